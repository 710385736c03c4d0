# Debian packages, where there is apt-get and the right to use it.
# shellcheck shell=bash

# The word that makes apt-get run as root: nothing for root, `sudo -n` where no password is asked.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

can_apt() {
  have apt-get || return 1
  [ "$(id -u)" = 0 ] || { have sudo && sudo -n true 2>/dev/null; }
}

# apt_install PACKAGE…: never takes another package away to make room. The lists are read anew only when
# the packages are not known, so a second run needs no network.
apt_install() {
  can_apt || return 1
  say "apt-get install $*"
  _apt_get_install "$@" && return 0
  as_root apt-get update -qq || return 1
  _apt_get_install "$@"
}

_apt_get_install() {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends --no-remove "$@" </dev/null >/dev/null
}
