#!/bin/sh
# Packages, catalogue, database, reference data: everything but serving. For an office's machine and its updates.
set -eu
cd "$(dirname "$0")/.."
. tools/environment.sh
prepare base
"$venv/bin/python" manage.py setup
