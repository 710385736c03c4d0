# `./dev fuzz MINUTES`: libFuzzer on each target in turn. It runs with the stable compiler, which knows the flags that
# cargo-fuzz gives to a nightly one; what is left out is the sanitizer, of little use where no code is unsafe.
# shellcheck shell=bash

readonly FUZZ_TARGETS="verse lyrics stream answers link drafts"
# Counters at the edges of the code. Tracing what numbers are compared with as well takes two thirds of the time and more
# (the tables of characters are searched by comparing); the words that matter are in words.dict.
readonly FUZZ_FLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table --cfg fuzzing"

# fuzz MINUTES [TARGET…]: the time is for all of them together.
fuzz() {
  local minutes=${1:-} seconds target failed=0
  [ $# -eq 0 ] || shift
  case $minutes in
    '' | *[!0-9]* | 0*) die "for how many minutes? ./dev fuzz MINUTES [TARGET…]; targets: $FUZZ_TARGETS" ;;
  esac
  # shellcheck disable=SC2086 # a list of words
  [ $# -gt 0 ] || set -- $FUZZ_TARGETS
  for target in "$@"; do
    case " $FUZZ_TARGETS " in
      *" $target "*) ;;
      *) die "there is no target '$target'; there are: $FUZZ_TARGETS" ;;
    esac
  done
  seconds=$((minutes * 60 / $#))
  [ "$seconds" -gt 0 ] || die "that is less than a second for each of $# targets"
  choose_rust
  have c++ || die "libFuzzer is C++: a compiler (c++) is needed"
  _build_fuzz
  heading "$seconds s for each of: $*"
  printf '%-10s %12s %14s %10s  %s\n' target inputs "a minute" memory result
  for target in "$@"; do
    _fuzz_target "$target" "$seconds" || failed=1
  done
  [ "$failed" = 0 ] || die "what failed is in $FUZZ_HOME/failed; mended, it belongs into fuzz/corpus"
}

# With --target the flags are not those of build scripts and macros.
_build_fuzz() {
  local host
  host=$(native rustc -vV | awk '$1 == "host:" { print $2 }')
  FUZZ_HOME=$NATIVE_TARGET_DIR/fuzz
  # shellcheck disable=SC2046 # nothing, or one word
  RUSTFLAGS=$FUZZ_FLAGS native cargo build $(locked) --profile fuzz -p fuzz --features engine --bin fuzz \
    --target "$host" --target-dir "$FUZZ_HOME"
  FUZZ_PROGRAM=$FUZZ_HOME/$host/fuzz/fuzz
}

# One target: with what earlier runs have found, the corpus of the tree and the seeds.
_fuzz_target() {
  local found="$FUZZ_HOME/found/$1" seeds="$FUZZ_HOME/seeds/$1" failed="$FUZZ_HOME/failed/$1" log="$FUZZ_HOME/$1.log"
  local longest=1024 status=0
  mkdir -p "$found" "$seeds" "$failed"
  FUZZ_TARGET=$1 FUZZ_SEEDS=$seeds "$FUZZ_PROGRAM" "$found" "$seeds" "$ROOT/fuzz/corpus/$1" \
    -dict="$ROOT/fuzz/words.dict" -max_len="$longest" -max_total_time="$2" -timeout=20 -rss_limit_mb=1024 \
    -print_final_stats=1 -artifact_prefix="$failed/" >"$log" 2>&1 || status=$?
  # Bytes of inputs are in the log too.
  LC_ALL=C awk -v name="$1" -v seconds="$2" -v status="$status" '
    $1 == "stat::number_of_executed_units:" { inputs = $2 }
    $1 == "stat::peak_rss_mb:" { memory = $2 }
    / panicked at / || /^==[0-9]+== ?ERROR/ { why = $0 }
    $1 == "Done" { seconds = $(NF - 1) }
    END {
      printf "%-10s %12d %14d %7d MB  %s\n", name, inputs, inputs * 60 / seconds, memory,
        status == 0 ? "nothing found" : "FAILED: " why
    }' "$log"
  return "$status"
}
