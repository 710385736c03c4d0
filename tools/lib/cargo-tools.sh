# Programs built by `cargo install` into the cache that all clones share: trunk and wasm-bindgen.
# shellcheck shell=bash

# The version of a package in Cargo.lock.
locked_version() {
  awk -v name="$1" '$1 == "name" { found = ($3 == "\"" name "\"") }
    $1 == "version" && found { gsub(/"/, "", $3); print $3; exit }' "$ROOT/Cargo.lock"
}

# Puts trunk, wasm-bindgen and wasm-split of exactly the wanted versions first on PATH. Trunk takes what it finds there
# and would download what it does not, so both are there before it runs.
ensure_trunk() {
  local bindgen
  bindgen=$(locked_version wasm-bindgen)
  [ -n "$bindgen" ] || die "Cargo.lock names no wasm-bindgen; run cargo generate-lockfile"
  _ensure_program wasm-bindgen wasm-bindgen-cli "$bindgen" "3 min"
  _ensure_program wasm-split-cli wasm_split_cli_support "$WASM_SPLIT_VERSION" "2 min"
  _ensure_program trunk trunk "$TRUNK_VERSION" "6 min"
  export TRUNK_SKIP_VERSION_CHECK=true
}

# _ensure_program PROGRAM CRATE VERSION HOW_LONG
_ensure_program() {
  local program=$1 crate=$2 version=$3 long=$4
  local home="$CACHE/$program-$version"
  if ! _is_version "$home/bin/$program" "$version"; then
    timed "installing $program $version (about $long on two cores)" \
      _cargo_install "$program" "$crate" "$version" "$home"
    _is_version "$home/bin/$program" "$version" ||
      die "$home/bin/$program does not run; remove $home and try again"
  fi
  PATH="$home/bin:$PATH"
}

# wasm-split does not tell its version: that it runs, from a folder named after the version, must do.
_is_version() {
  case $1 in
    */wasm-split-cli) [ -x "$1" ] && "$1" --help >/dev/null 2>&1 ;;
    *) [ -x "$1" ] && "$1" --version 2>/dev/null | grep -qwF "$2" ;;
  esac
}

# Built beside its place and moved there whole, so that two clones that set up at once do not disturb each other.
# Trunk's own release profile asks for minutes of link-time optimisation that nobody would notice.
_cargo_install() (
  local program=$1 crate=$2 version=$3 home=$4
  local work="$CACHE/.building-$program-$version.$$"
  trap 'rm -rf "$work"' EXIT
  mkdir -p "$work/root"
  cd "$work" || exit
  unset CARGO_TARGET_DIR RUSTFLAGS
  local features=()
  [ "$program" != wasm-split-cli ] || features=(--features build-binary)
  if [ "$program" = trunk ]; then
    export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1
  fi
  # A mirror of the registry can lag behind the lock file that a crate ships: then without it.
  PATH=$(native_path)
  cargo install --quiet --locked --root "$work/root" "$crate" --version "$version" \
    ${features[@]+"${features[@]}"} </dev/null ||
    cargo install --quiet --root "$work/root" "$crate" --version "$version" ${features[@]+"${features[@]}"} </dev/null
  rm -rf "$home"
  mv "$work/root" "$home"
)
