# Which Rust builds the page, and which builds the native parts.
#
# The page needs the target wasm32-unknown-unknown. Three ways to it, tried in this order:
#   present  the compiler on PATH has the target already;
#   rustup   `rustup target add`, given a minute, for it hangs where the network is closed;
#   debian   Debian's second Rust, whose standard library we build for the target (std-wasm.sh).
# YINCHUANG_TOOLCHAIN=rustup or =debian takes one of them and no other.
# shellcheck shell=bash

readonly TARGET=wasm32-unknown-unknown

# The least Rust that the workspace asks for.
wanted_rust() { awk -F'"' '/^rust-version *=/ { print $2; exit }' "$ROOT/Cargo.toml"; }

# Set by choose_rust: a folder to put before PATH ("" for none) and a target folder, for the page and for the rest.
# Two compilers never share a target folder.
WASM_WAY=
WASM_BIN=
WASM_TARGET_DIR=
NATIVE_BIN=
NATIVE_TARGET_DIR=

wasm() { env PATH="${WASM_BIN:+$WASM_BIN:}$PATH" CARGO_TARGET_DIR="$WASM_TARGET_DIR" "$@"; }
native() { env PATH="$(native_path)" CARGO_TARGET_DIR="$NATIVE_TARGET_DIR" "$@"; }
native_path() { printf '%s' "${NATIVE_BIN:+$NATIVE_BIN:}$PATH"; }

choose_rust() {
  local target_dir=${CARGO_TARGET_DIR:-$ROOT/target}
  NATIVE_TARGET_DIR=$target_dir
  case ${YINCHUANG_TOOLCHAIN:-auto} in
    rustup)
      _way_present || _way_rustup ||
        die "YINCHUANG_TOOLCHAIN=rustup, but the compiler on PATH has no target $TARGET and rustup cannot add it"
      ;;
    debian)
      _way_debian ||
        die "YINCHUANG_TOOLCHAIN=debian, but Debian's second Rust is not here; as root: apt-get install $DEBIAN_RUST_PACKAGES"
      ;;
    auto) _way_present || _way_debian_ready || _way_rustup || _way_debian || _no_way ;;
    *) die "YINCHUANG_TOOLCHAIN is rustup or debian, not ${YINCHUANG_TOOLCHAIN}" ;;
  esac
  if [ "$WASM_WAY" = debian ]; then
    build_debian_std
    WASM_BIN=$DEBIAN_HOME/bin
    WASM_TARGET_DIR=$target_dir-debian
    if ! _rust_is_new_enough; then
      NATIVE_BIN=$WASM_BIN
      NATIVE_TARGET_DIR=$WASM_TARGET_DIR
    fi
  else
    WASM_TARGET_DIR=$target_dir
  fi
  say "Rust for the page: $WASM_WAY ($(wasm rustc --version))"
  say "Rust for the rest: $(native rustc --version)"
}

_rust_is_new_enough() {
  local version
  have cargo && have rustc || return 1
  version=$(rustc --version 2>/dev/null | awk '{ print $2 }')
  [ -n "$version" ] && at_least "$version" "$(wanted_rust)"
}

_way_present() {
  _rust_is_new_enough || return 1
  compgen -G "$(rustc --print sysroot)/lib/rustlib/$TARGET/lib/libstd-*.rlib" >/dev/null || return 1
  WASM_WAY=present
}

_way_rustup() {
  have rustup && _rust_is_new_enough || return 1
  say "rustup target add $TARGET (given up after 60 s)"
  limit 60 rustup target add "$TARGET" </dev/null || return 1
  _way_present || return 1
  WASM_WAY=rustup
}

# Built on an earlier day: nothing to ask the network for.
_way_debian_ready() {
  debian_rust_is_here && debian_std_is_built || return 1
  WASM_WAY=debian
}

_way_debian() {
  if ! debian_rust_is_here; then
    # shellcheck disable=SC2086 # a list of packages
    apt_install $DEBIAN_RUST_PACKAGES || return 1
    debian_rust_is_here || return 1
  fi
  WASM_WAY=debian
}

# The formatter and the linter, of the Rust that does the native work. Without them their stages are left out, and say so.
ensure_lints() {
  native cargo fmt --version >/dev/null 2>&1 && native cargo clippy --version >/dev/null 2>&1 && return 0
  if native rustc --print sysroot | grep -q '/\.rustup/'; then
    limit 60 rustup component add rustfmt clippy </dev/null || warn "rustup cannot add rustfmt and clippy"
  else
    # shellcheck disable=SC2086 # a list of packages
    apt_install $DEBIAN_RUST_EXTRAS || warn "rustfmt and clippy are not here and cannot be installed"
  fi
}

_no_way() {
  die "no Rust $(wanted_rust) or newer with the target $TARGET, and none could be installed.
Install it with https://rustup.rs and then run: rustup default stable && rustup target add $TARGET
(on Debian, as root: apt-get install $DEBIAN_RUST_PACKAGES)"
}
