# Building the page and serving it.
# shellcheck shell=bash

# What a build without wasm-opt needs: a Rust with the target, trunk and wasm-bindgen.
setup_page() {
  heading "set-up"
  choose_rust
  ensure_trunk
}

# A release build also needs Node, for wasm-opt and for the content security policy.
setup_release() {
  setup_page
  ensure_node
}

# A machine of tests must not change the lock file behind one's back.
locked() { [ -z "${CI:-}" ] || printf '%s' --locked; }

# with_split NAME COMMAND…: runs Trunk so that it finds our wasm-bindgen, which cuts the module first.
with_split() {
  local real
  real=$(type -P wasm-bindgen)
  SPLIT_PARTS=$WASM_TARGET_DIR/parts-of-$1 REAL_WASM_BINDGEN=$real PATH="$ROOT/tools/split:$PATH" "${@:2}"
}

# What a panic names is the file of a package: where that stands on this machine is nobody's business, and is 8 KB of text.
short_paths() {
  local folder
  for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do
    printf -- '--remap-path-prefix=%s/= ' "$folder"
  done
  printf -- '--remap-path-prefix=%s/=' "$ROOT"
}

build_page() {
  # Relative addresses: the folder works under any path.
  # shellcheck disable=SC2046 # nothing, or one word
  with_split build wasm env RUSTFLAGS="$(short_paths) ${RUSTFLAGS:-}" trunk build --release --public-url ./ --dist dist $(locked)
}

serve_page() {
  local port='' open=()
  while [ $# -gt 0 ]; do
    case $1 in
      --port)
        port=${2:-}
        [[ $port =~ ^[0-9]+$ ]] || die "--port needs a number"
        shift
        ;;
      --port=*) port=${1#*=} ;;
      --open) open=(--open) ;;
      *) die "serve knows --port N and --open, not $1" ;;
    esac
    shift
  done
  setup_page
  port=$(_free_port "$port")
  heading "building; the first time takes about a minute and a half, then a change takes seconds"
  say "The page will be at http://127.0.0.1:$port/ (stop with Ctrl-C)"
  # A folder of its own: dist/ stays what `build` made. The policy of the release page would forbid the script
  # that reloads the page after a change.
  mkdir -p "$WASM_TARGET_DIR/serve"
  YINCHUANG_SERVE=1 with_split serve wasm trunk serve --port "$port" --address 127.0.0.1 --disable-address-lookup \
    --dist "$WASM_TARGET_DIR/serve" ${open[@]+"${open[@]}"}
}

# The page of dist/ with the relay. What is there is served as it is: it may have been built on an earlier day.
relay_page() {
  if [ -f dist/index.html ]; then
    heading "set-up"
    choose_rust
  else
    setup_release
    build_page
  fi
  heading "the page and the relay (stop with Ctrl-C)"
  # shellcheck disable=SC2046 # nothing, or one word
  native cargo run --quiet $(locked) -p relay -- "$@"
}

# The asked-for port, or the first free one from 8080.
_free_port() {
  local port
  if [ -n "$1" ]; then
    ! _port_answers "$1" || die "port $1 is taken; choose another with --port"
    printf '%s' "$1"
    return
  fi
  for port in 8080 8081 8082 8083 8084 8085 8086 8087 8088 8089; do
    if ! _port_answers "$port"; then
      printf '%s' "$port"
      return
    fi
  done
  die "the ports from 8080 to 8089 are all taken; choose another with --port"
}

_port_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
