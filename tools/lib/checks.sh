# The stages of `./dev test`, one function each. What a stage runs is printed by the tool itself.
# shellcheck shell=bash

# Everything but the page's own package runs natively.
readonly PAGE=yinchuang

check_format() {
  native cargo fmt --all --check
  node tools/hant/make.mjs --check
}

check_lint() {
  # shellcheck disable=SC2046
  native cargo clippy $(locked) --workspace --exclude "$PAGE" --all-targets -- -D warnings
  if _lints_for_the_target; then
    # shellcheck disable=SC2046
    wasm cargo clippy $(locked) -p "$PAGE" --all-targets --target "$TARGET" -- -D warnings
  else
    say "the compiler for $TARGET has no clippy here: the page is linted with the native one"
    # shellcheck disable=SC2046
    native cargo clippy $(locked) -p "$PAGE" -- -D warnings
  fi
}

_lints_for_the_target() {
  if [ "$WASM_WAY" = debian ]; then
    # Any other clippy on PATH belongs to another compiler.
    [ -x /usr/bin/cargo-clippy ] && [ -x /usr/bin/clippy-driver ]
  else
    wasm cargo clippy --version >/dev/null 2>&1
  fi
}

# Of the page what needs no browser: the tests beside its code.
check_native() {
  # shellcheck disable=SC2046
  native cargo test $(locked) --workspace --exclude "$PAGE" && native cargo test $(locked) -p "$PAGE" --lib
}

# The page's parts in headless Chromium, by way of chromedriver (webdriver.json names its switches).
check_wasm() {
  # shellcheck disable=SC2046
  wasm env CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner WASM_BINDGEN_TEST_TIMEOUT=120 \
    cargo test $(locked) -p "$PAGE" --target "$TARGET"
}

check_build() {
  build_page
}

check_size() {
  node tests/size/table.mjs dist
  _node_tests tests/size/*.test.mjs tests/style/*.test.mjs
}

# A reader for people on the screen, and a file to count from.
_node_tests() {
  node --test --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$STAGE_TAP" "$@"
}

check_e2e() {
  # shellcheck disable=SC2046
  native cargo build $(locked) -p test-provider -p relay
  TEST_PROVIDER="$NATIVE_TARGET_DIR/debug/test-provider" RELAY="$NATIVE_TARGET_DIR/debug/relay" _node_tests tests/e2e/*.test.mjs
}

# Only where cargo-deny is at hand; what it reads is in deny.toml.
check_licences() {
  native cargo deny --offline check licenses bans sources
}
