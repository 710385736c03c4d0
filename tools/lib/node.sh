# Node and the packages of package.json: what makes the page small, and what the tests look at it with.
# shellcheck shell=bash

ensure_node() {
  if ! _node_is_new_enough || ! have npm; then
    # shellcheck disable=SC2086 # a list of packages
    apt_install $DEBIAN_NODE_PACKAGES || true
    { _node_is_new_enough && have npm; } ||
      die "Node $NODE_MAJOR_AT_LEAST or newer with npm is needed for the release build and the tests: https://nodejs.org"
  fi
  if ! cmp -s "$ROOT/package-lock.json" "$ROOT/node_modules/.installed-lock.json"; then
    timed "npm ci" _npm_ci
  fi
  PATH="$ROOT/node_modules/.bin:$PATH"
}

_node_is_new_enough() {
  have node && at_least "$(node --version | tr -d v)" "$NODE_MAJOR_AT_LEAST"
}

_npm_ci() (
  cd "$ROOT" || exit
  npm ci --no-audit --no-fund --loglevel=error </dev/null
  cp package-lock.json node_modules/.installed-lock.json
)
