#!/bin/sh
# Everything that can be said without running the suite; under half a minute.
set -eu
cd "$(dirname "$0")/.."
. tools/environment.sh
bin=.venv/bin
[ -x $bin/ruff ] || prepare dev

# The type check takes as long as all the rest: it runs beside it.
types=$(mktemp)
trap 'rm -f "$types"' EXIT
$bin/mypy --no-error-summary $($bin/python tools/typed.py) >"$types" 2>&1 &
mypy=$!

$bin/ruff check -q .
$bin/ruff format -q --check . || stop "Nicht in Form: make fix"
$bin/python manage.py makemigrations --check --dry-run >/dev/null || stop "Es fehlen Migrationen: manage.py makemigrations"
if [ -d locale/de ] && command -v xgettext >/dev/null 2>&1; then $bin/python tools/messages.py check; fi
$bin/pytest -p no:randomly tests/architecture
wait $mypy || { cat "$types"; stop "Die Typen stimmen nicht."; }
say "Alles in Ordnung."
