# The comparison with what exists (bench/), in a Python environment of its own in the cache.
# shellcheck shell=bash

# compare REPORT: measures, prints the table and writes the report.
compare() {
  _ensure_compared || return 1
  # shellcheck disable=SC2046 # nothing, or one word
  native cargo build --quiet $(locked) --release -p gelv || return 1
  # shellcheck disable=SC2046
  native cargo build --quiet $(locked) --release -p verse --example rate || return 1
  local built=$NATIVE_TARGET_DIR/release
  # pkg_resources warns of its own end.
  "$COMPARED_HOME/bin/python" -W ignore "$ROOT/bench/compare.py" "$built/gelv" "$built/examples/rate" --report "$1"
}

# Named after what is installed: other versions get a new folder.
_ensure_compared() {
  local wanted="$ROOT/bench/requirements.txt"
  COMPARED_HOME=$CACHE/compared-$(cksum <"$wanted" | cut -d' ' -f1)
  [ ! -f "$COMPARED_HOME/ready" ] || return 0
  have python3 || return 1
  rm -rf "$COMPARED_HOME"
  python3 -m venv "$COMPARED_HOME" || return 1
  timed "installing what is compared" \
    "$COMPARED_HOME/bin/pip" install --quiet --no-input -r "$wanted" </dev/null || return 1
  touch "$COMPARED_HOME/ready"
}
