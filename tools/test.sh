#!/bin/sh
# The whole suite: everything without a browser, then what starts a whole server or breaks one, then the journeys in Chromium.
set -eu
cd "$(dirname "$0")/.."
. tools/environment.sh

need_chromium() {
  for browser in ${DEELE_CHROMIUM:-} /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium; do
    [ -x "$browser" ] && break
    browser=
  done
  if [ -z "$browser" ] && on_debian_as_root && apt_install Chromium chromium; then browser=/usr/bin/chromium; fi
  if [ -z "$browser" ]; then
    case "$(uname -s)" in
      Darwin) stop "Es fehlt Chromium. Bitte installieren: brew install --cask chromium (oder DEELE_CHROMIUM=/Pfad/zum/Browser setzen)" ;;
      *) stop "Es fehlt Chromium. Bitte installieren: sudo apt install chromium (oder DEELE_CHROMIUM=/Pfad/zum/Browser setzen)" ;;
    esac
  fi
  DEELE_CHROMIUM=$browser
  export DEELE_CHROMIUM
}

need_gettext() {
  command -v xgettext >/dev/null 2>&1 && return 0
  on_debian_as_root && apt_install gettext gettext && return 0
  stop "Es fehlt gettext. Bitte installieren: sudo apt install gettext (macOS: brew install gettext)"
}

prepare dev
need_gettext
need_chromium
status=0
# Every run is wanted even if one fails; the exit code tells of the first that did.
"$venv/bin/pytest" -n auto "$@" || status=$?  # what needs no server runs on every core
for more in slow_setup server browser; do
  "$venv/bin/pytest" -m "$more" "$@" || { code=$?; if [ "$status" = 0 ]; then status=$code; fi; }
done
exit "$status"
