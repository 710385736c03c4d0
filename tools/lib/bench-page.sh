# The built page measured in a browser (bench/browser.mjs).
# shellcheck shell=bash

# Takes dist/ as it is, and makes it if it is not there.
bench_page() {
  _ensure_benched
  node "$ROOT/bench/browser.mjs" "$@"
}

_ensure_benched() {
  ensure_node
  ensure_browser
  [ -f dist/index.html ] || {
    setup_release
    build_page
  }
}
