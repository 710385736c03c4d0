# `./dev test`: runs the stages one after the other and counts what they ran.
# shellcheck shell=bash

readonly STAGES="format lint native wasm build size e2e licences"

STAGE_TAP=
TOTAL_PASSED=0
TOTAL_FAILED=0
SUMMARY=

run_stages() {
  local wanted=${*:-$STAGES} stage begin=$SECONDS
  for stage in $wanted; do
    case " $STAGES " in
      *" $stage "*) ;;
      *) die "there is no stage '$stage'; there are: $STAGES" ;;
    esac
  done
  setup_stages "$wanted"
  LOGS=$NATIVE_TARGET_DIR/dev-logs
  mkdir -p "$LOGS"
  for stage in $STAGES; do
    case " $wanted " in
      *" $stage "*) run_stage "$stage" ;;
    esac
  done

  heading "all in $(duration $((SECONDS - begin)))"
  printf '%-10s %8s %8s %12s\n' stage passed failed time
  printf '%s' "$SUMMARY"
  say "$TOTAL_PASSED passed, $TOTAL_FAILED failed"
  [ "$TOTAL_FAILED" = 0 ]
}

# Only what the wanted stages need: a look at the format needs no browser.
setup_stages() {
  case " $1 " in
    *" wasm "* | *" build "*) setup_page ;;
    *)
      heading "set-up"
      choose_rust
      ;;
  esac
  case " $1 " in
    *" format "* | *" lint "*) ensure_lints ;;
  esac
  case " $1 " in
    *" format "* | *" build "* | *" size "* | *" e2e "*) ensure_node ;;
  esac
  case " $1 " in
    *" wasm "* | *" e2e "*) ensure_browser ;;
  esac
}

# A stage that cannot run here is named and counts nothing; one that needs a failed build is not tried.
run_stage() {
  local stage=$1 reason
  reason=$(why_not "$stage")
  if [ -n "$reason" ]; then
    note_stage "$stage" - - "$reason"
    return
  fi
  local log="$LOGS/$stage.log" begin=$SECONDS status passed=0 failed=0
  STAGE_TAP="$LOGS/$stage.tap"
  rm -f "$STAGE_TAP"
  heading "$stage"
  set +e
  (
    set -e
    "check_$stage"
  ) </dev/null 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  set -e
  read -r passed failed <<<"$(count_tests "$log")"

  # What broke without a test that says so (a build, a crash) is one failure; a stage of tests that ran none too.
  [ "$status" = 0 ] || [ "$failed" != 0 ] || failed=1
  case $stage in
    native | wasm | size | e2e) [ $((passed + failed)) != 0 ] || failed=1 ;;
  esac
  [ "$stage" != build ] || BUILD_STATUS=$status
  TOTAL_PASSED=$((TOTAL_PASSED + passed))
  TOTAL_FAILED=$((TOTAL_FAILED + failed))
  # A stage that counts no tests is right or it is not.
  [ $((passed + failed)) != 0 ] || passed=ok
  note_stage "$stage" "$passed" "$failed" "$(duration $((SECONDS - begin)))"
}

note_stage() {
  SUMMARY+=$(printf '%-10s %8s %8s %12s' "$@")$'\n'
}

BUILD_STATUS=0

why_not() {
  case $1 in
    size | e2e)
      if [ "$BUILD_STATUS" != 0 ]; then
        echo "not run: the build failed"
      elif [ ! -f dist/index.html ]; then
        echo "not run: no dist/, ./dev build first"
      fi
      ;;
    format) native cargo fmt --version >/dev/null 2>&1 || echo "not run: no rustfmt" ;;
    lint) native cargo clippy --version >/dev/null 2>&1 || echo "not run: no clippy" ;;
    licences) native cargo deny --version >/dev/null 2>&1 || echo "not run: no cargo-deny" ;;
  esac
}

# Passed and failed, from cargo's result lines or from the count that Node wrote.
count_tests() {
  if [ -f "$STAGE_TAP" ]; then
    awk '$1 == "#" && $2 == "pass" { p = $3 } $1 == "#" && ($2 == "fail" || $2 == "cancelled") { f += $3 }
      END { print p + 0, f + 0 }' "$STAGE_TAP"
  else
    sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '/^test result: / {
      for (i = 2; i <= NF; i++) { if ($i == "passed;") p += $(i - 1); if ($i == "failed;") f += $(i - 1) } }
      END { print p + 0, f + 0 }'
  fi
}
