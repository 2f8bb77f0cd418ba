#!/bin/sh
# Everything that can be said without running the suite; under half a minute.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
$bin/ruff check .
$bin/ruff format --check .
$bin/lint-imports --config importlinter.ini >/dev/null || $bin/lint-imports --config importlinter.ini
$bin/python manage.py makemigrations --check --dry-run >/dev/null || { echo "Migrations are missing: manage.py makemigrations"; exit 1; }
$bin/pytest -q -p no:randomly tests/architecture
