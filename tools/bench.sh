#!/bin/sh
# Runs every measurement under tools/bench/, or only the named ones: sh tools/bench.sh search likeness
set -eu
cd "$(dirname "$0")/.."
. tools/environment.sh
prepare dev
found=0
for script in tools/bench/*.py; do
  [ -f "$script" ] || continue
  name=$(basename "$script" .py)
  case "$name" in _*) continue ;; esac # shared parts
  if [ $# -gt 0 ]; then case " $* " in *" $name "*) ;; *) continue ;; esac; fi
  found=1
  say "== $name"
  "$venv/bin/python" "$script"
done
[ "$found" = 1 ] || stop "Keine solche Messung. Es gibt: $(ls tools/bench | sed -n 's/\.py$//p' | tr '\n' ' ')"
