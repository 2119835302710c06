#!/bin/sh
# Chromium for the browser tests: installed where that needs no question, otherwise the line that does it.
set -u
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null 2>&1; then
  echo 'installing chromium for the browser tests ...' >&2
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 && exit 0
fi
echo 'no chromium: the browser tests will be skipped; install it with: sudo apt-get install -y chromium' >&2
exit 0
