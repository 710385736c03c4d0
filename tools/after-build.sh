#!/usr/bin/env bash
# Trunk calls this when a build is whole, before it becomes dist/. A release page is packed and gets its content security
# policy; a page under development does not, for it carries a script of Trunk's that reloads it over a web socket. It needs
# no Node then, either.
set -euo pipefail
# The parts of the module that are fetched later; Trunk knows of none. (See tools/split/wasm-bindgen.)
cp "${SPLIT_PARTS:?build by ./dev, which cuts the module}"/*.wasm "$TRUNK_STAGING_DIR/"
if [ "$TRUNK_PROFILE" = release ]; then
  node "$(dirname "${BASH_SOURCE[0]}")/after-build.mjs" "$TRUNK_STAGING_DIR"
fi
