#!/bin/sh
# Removes the data of this machine (DEELE_HOME) and nothing else: the next start begins anew.
set -eu
cd "$(dirname "$0")/.."
. tools/environment.sh

home=${DEELE_HOME:-var}
[ -d "$home" ] || { say "Nichts zu löschen: $home gibt es nicht."; exit 0; }
home=$(cd "$home" && pwd -P)
# A folder that is not ours is never removed, whatever the variable says.
[ -d "$home/keys" ] || [ -f "$home/deele.sqlite3" ] || stop "$home sieht nicht nach den Daten von Deele aus; es bleibt, wie es ist."
case "$(pwd -P)/" in "$home"/*) stop "$home enthält das Programm selbst; es bleibt, wie es ist." ;; esac

if [ "${1:-}" != --yes ]; then
  [ -t 0 ] || stop "Das löscht alle Daten in $home. Wenn das so sein soll: make reset YES=1"
  printf 'Alle Daten in %s löschen, auch Bilder und Schlüssel? (ja/nein) ' "$home"
  read -r answer
  [ "$answer" = ja ] || { say "Nichts gelöscht."; exit 0; }
fi
rm -rf "$home"
say "Gelöscht: $home"
