# `./dev live`: the client and the page against a server that nobody here wrote. No part of `./dev test`: it
# compiles llama.cpp the first time.
# shellcheck shell=bash

readonly LIVE_KEY=sk-live-0123456789

live() {
  setup_page
  ensure_node
  ensure_browser
  ensure_live_server
  # shellcheck disable=SC2046 # nothing, or one word
  native cargo build $(locked) -p muse --example live
  [ -f dist/index.html ] || build_page
  local status=0
  _with_live_server || status=$?
  [ "$status" = 0 ] || die "something is not as it should be; the server's own words are in $CACHE/live.log"
}

# llama-cpp-python's server, in a folder of its own named after the versions.
ensure_live_server() {
  LIVE_HOME=$CACHE/live-$LLAMA_CPP_PYTHON_VERSION-$GGUF_VERSION
  [ ! -f "$LIVE_HOME/ready" ] || return 0
  have python3 || die "the server needs Python 3 with its module venv, and a C++ compiler"
  timed "installing llama-cpp-python $LLAMA_CPP_PYTHON_VERSION (it compiles llama.cpp: about 15 min on two cores)" \
    _install_live_server
}

_install_live_server() {
  rm -rf "$LIVE_HOME"
  python3 -m venv "$LIVE_HOME" || die "python3 has no module venv"
  # What sees pictures is half of the build and of no use here.
  CMAKE_ARGS="${CMAKE_ARGS:-} -DLLAVA_BUILD=OFF" "$LIVE_HOME/bin/pip" install --quiet --no-input \
    "llama-cpp-python[server]==$LLAMA_CPP_PYTHON_VERSION" "gguf==$GGUF_VERSION" </dev/null ||
    die "llama-cpp-python cannot be installed; it needs a C++ compiler"
  touch "$LIVE_HOME/ready"
}

# Starts the server, runs both clients whatever the first one finds, and ends the server.
_with_live_server() (
  local work port url status=0
  work=$(mktemp -d)
  port=$(_free_port '')
  url=http://127.0.0.1:$port/v1
  "$LIVE_HOME/bin/python" tools/live/model.py "$work/random.gguf"
  # One model under two names: as it is, and with a window that no prompt of ours fits. One thread: on a busy machine
  # two wait for each other far longer than they work.
  cat >"$work/config.json" <<JSON
{ "host": "127.0.0.1", "port": $port, "api_key": "$LIVE_KEY", "models": [
  { "model": "$work/random.gguf", "model_alias": "random", "n_ctx": 8192, "chat_format": "chatml", "n_threads": 1, "n_threads_batch": 1 },
  { "model": "$work/random.gguf", "model_alias": "small", "n_ctx": 128, "chat_format": "chatml", "n_threads": 1, "n_threads_batch": 1 } ] }
JSON
  "$LIVE_HOME/bin/python" -m llama_cpp.server --config_file "$work/config.json" >"$CACHE/live.log" 2>&1 &
  local server=$!
  # shellcheck disable=SC2064 # as they are now
  trap "kill $server 2>/dev/null; rm -rf '$work'" EXIT
  timed "starting the server at $url" _wait_for_port "$port" "$server" || exit 1
  heading "the native client"
  native "$NATIVE_TARGET_DIR/debug/examples/live" "$url" "$LIVE_KEY" random small || status=1
  heading "the page in Chromium"
  node tools/live/page.mjs "$url" "$LIVE_KEY" random small || status=1
  exit "$status"
)

# Until somebody listens there; not if the process has ended before.
_wait_for_port() {
  local tries
  for ((tries = 0; tries < 300; tries++)); do
    ! _port_answers "$1" || return 0
    kill -0 "$2" 2>/dev/null || return 1
    sleep 0.2
  done
  return 1
}
