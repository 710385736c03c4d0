# A Chromium that is on the machine, its driver, and a Chinese font for it to draw with.
# shellcheck shell=bash

ensure_browser() {
  if ! _find_browser || ! _find_driver || ! _has_chinese_font; then
    # shellcheck disable=SC2086 # a list of packages
    apt_install $DEBIAN_BROWSER_PACKAGES || true
  fi
  _find_browser || die "the tests need Chromium or Chrome: install one, or name it with CHROME=/path/to/chrome"
  _find_driver || die "the tests need the chromedriver of your Chrome's version on PATH, or CHROMEDRIVER=/path/to/it"
  _has_chinese_font || warn "no Chinese font found: the pictures will show boxes"
  say "browser: $CHROME, driver: $CHROMEDRIVER"
}

_find_browser() {
  local name
  if [ -n "${CHROME:-}" ]; then
    [ -x "$CHROME" ] || die "CHROME=$CHROME is no program"
    export CHROME
    return 0
  fi
  for name in chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    /Applications/Chromium.app/Contents/MacOS/Chromium; do
    if have "$name"; then
      CHROME=$(command -v "$name")
      export CHROME
      return 0
    fi
  done
  return 1
}

# GitHub's machines keep the driver in a folder that CHROMEWEBDRIVER names.
_find_driver() {
  CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver || true)}
  if [ -z "$CHROMEDRIVER" ] && [ -x "${CHROMEWEBDRIVER:-}/chromedriver" ]; then
    CHROMEDRIVER=$CHROMEWEBDRIVER/chromedriver
  fi
  export CHROMEDRIVER
  [ -n "$CHROMEDRIVER" ]
}

# Only Linux comes without; elsewhere, and without fontconfig, there is nothing to ask.
_has_chinese_font() {
  have fc-list || return 0
  [ -n "$(fc-list :lang=zh family)" ]
}
