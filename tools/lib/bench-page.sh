# The built page measured in a browser (bench/browser.mjs, bench/soak.mjs).
# shellcheck shell=bash

# Takes dist/ as it is, and makes it if it is not there.
bench_page() {
  _ensure_benched
  node "$ROOT/bench/browser.mjs" "$@"
}

# soak_page [ROUNDS] [EDITS]
soak_page() {
  _ensure_benched
  # shellcheck disable=SC2046 # nothing, or one word
  native cargo build --quiet $(locked) -p test-provider
  TEST_PROVIDER="$NATIVE_TARGET_DIR/debug/test-provider" node "$ROOT/bench/soak.mjs" "$@"
}

_ensure_benched() {
  ensure_node
  ensure_browser
  [ -f dist/index.html ] || {
    setup_release
    build_page
  }
}
