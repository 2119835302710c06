#!/bin/sh
# The browsers of the tests: installed where that needs no question, otherwise the line that does it.
set -u
missing=''
command -v chromium >/dev/null 2>&1 || missing='chromium'
command -v firefox-esr >/dev/null 2>&1 || missing="$missing firefox-esr"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null 2>&1; then
  echo "installing $missing for the browser tests ..." >&2
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086  # two words are two packages
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing; } >/dev/null 2>&1 && exit 0
fi
echo "missing: $missing; the tests in them will be skipped; install with: sudo apt-get install -y $missing" >&2
exit 0
