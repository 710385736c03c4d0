# How the commands talk: what they do, how long it took, and one clear sentence when they cannot.
# shellcheck shell=bash

say() { printf '%s\n' "$*"; }

# A step of set-up or a stage, set off from the output of the tools it runs.
heading() { printf '\n== %s\n' "$*"; }

warn() { printf 'note: %s\n' "$*" >&2; }

die() {
  printf 'dev: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Seconds in a form for people: 75 becomes "1 min 15 s".
duration() {
  if [ "$1" -ge 60 ]; then
    printf '%d min %02d s' $(($1 / 60)) $(($1 % 60))
  else
    printf '%d s' "$1"
  fi
}

# timed WHAT COMMAND…: runs the command and says how long it took.
timed() {
  local what=$1 begin=$SECONDS
  shift
  say "$what …"
  "$@"
  say "$what: done in $(duration $((SECONDS - begin)))"
}

# limit SECONDS COMMAND…: a command that may hang on a closed network. macOS has no `timeout`, but has Perl.
limit() {
  local seconds=$1
  shift
  if have timeout; then
    timeout "$seconds" "$@"
  else
    perl -e 'alarm shift; exec @ARGV' "$seconds" "$@"
  fi
}

# at_least HAVE WANT: compares versions of up to three numbers.
at_least() {
  local a1 a2 a3 b1 b2 b3
  IFS=. read -r a1 a2 a3 <<<"${1%%[-+]*}"
  IFS=. read -r b1 b2 b3 <<<"${2%%[-+]*}"
  a1=$((10#${a1:-0} * 1000000 + 10#${a2:-0} * 1000 + 10#${a3:-0}))
  b1=$((10#${b1:-0} * 1000000 + 10#${b2:-0} * 1000 + 10#${b3:-0}))
  [ "$a1" -ge "$b1" ]
}
