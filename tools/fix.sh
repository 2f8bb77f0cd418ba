#!/bin/sh
# Puts the code into shape; what a machine can't decide is left for `make check` to say.
set -eu
cd "$(dirname "$0")/.."
. tools/environment.sh
[ -x .venv/bin/ruff ] || prepare dev
.venv/bin/ruff check --fix -q . || true
.venv/bin/ruff format -q .
