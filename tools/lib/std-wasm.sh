# Debian's second Rust (the packages rustc-web and cargo-web): it has no standard library for wasm32, but brings the
# library's source. It is built once, into a sysroot of its own in the cache, so nothing under /usr is written to.
# shellcheck shell=bash

readonly DEBIAN_RUSTC=/usr/bin/rustc
readonly DEBIAN_CARGO=/usr/bin/cargo

# The folder of the sysroot, named after the compiler that it is for: a newer compiler gets a new one.
DEBIAN_HOME=

debian_rust_is_here() {
  local version sysroot
  [ -x "$DEBIAN_RUSTC" ] && [ -x "$DEBIAN_CARGO" ] || return 1
  version=$("$DEBIAN_RUSTC" --version 2>/dev/null | awk '{ print $2 }')
  [ -n "$version" ] && at_least "$version" "$(wanted_rust)" || return 1
  sysroot=$("$DEBIAN_RUSTC" --print sysroot)
  [ -f "$sysroot/lib/rustlib/src/rust/library/Cargo.toml" ] || return 1
  have rust-lld || return 1
  DEBIAN_HOME="$CACHE/std-wasm32-$version-$("$DEBIAN_RUSTC" -vV | cksum | cut -d' ' -f1)"
}

debian_std_is_built() { [ -x "$DEBIAN_HOME/bin/rustc" ]; }

build_debian_std() {
  debian_std_is_built ||
    timed "building Rust's standard library for $TARGET (2 min on two cores)" _build_debian_std
}

# `embed-bitcode` is for link-time optimisation, which fails without it. RUSTC_BOOTSTRAP lets a stable compiler build
# the standard library; it is set here and nowhere else.
_build_debian_std() (
  local work="$CACHE/.building-std.$$" sysroot
  sysroot=$("$DEBIAN_RUSTC" --print sysroot)
  trap 'rm -rf "$work"' EXIT
  mkdir -p "$work/seed/src" "$work/home/bin" "$work/home/lib/rustlib/$TARGET/lib"
  printf '[package]\nname = "seed"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' >"$work/seed/Cargo.toml"
  : >"$work/seed/src/lib.rs"
  cd "$work/seed" || exit
  unset CARGO_TARGET_DIR
  RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes RUSTC=$DEBIAN_RUSTC "$DEBIAN_CARGO" build --quiet --release \
    -Z build-std=std,panic_abort,panic_unwind,test,proc_macro --target "$TARGET" </dev/null

  local lib part
  for lib in "target/$TARGET/release/deps"/lib*.rlib; do
    case $lib in
      */libseed-*) ;;
      *) cp "$lib" "$work/home/lib/rustlib/$TARGET/lib/" ;;
    esac
  done
  for part in "$sysroot"/lib/rustlib/*; do
    [ "${part##*/}" = "$TARGET" ] || ln -s "$part" "$work/home/lib/rustlib/${part##*/}"
  done
  _write_shims "$work/home/bin"
  rm -rf "$DEBIAN_HOME"
  mv "$work/home" "$DEBIAN_HOME"
)

# A folder to put first on PATH: Debian's compiler with our sysroot, and Debian's own cargo, linter and formatter,
# so that none of rustup's stands between them.
_write_shims() {
  local bin=$1 program
  for program in rustc rustdoc; do
    printf '#!/bin/sh\nexec /usr/bin/%s --sysroot "%s" "$@"\n' "$program" "$DEBIAN_HOME" >"$bin/$program"
    chmod +x "$bin/$program"
  done
  printf '#!/bin/sh\nSYSROOT="%s" exec /usr/bin/clippy-driver "$@"\n' "$DEBIAN_HOME" >"$bin/clippy-driver"
  chmod +x "$bin/clippy-driver"
  for program in cargo cargo-clippy cargo-fmt rustfmt; do
    ln -s "/usr/bin/$program" "$bin/$program"
  done
}
