#!/bin/sh
# The pictures of the handbook anew, from the demonstration office in a real browser. Look at them before you commit.
set -eu
cd "$(dirname "$0")/.."
. tools/environment.sh
[ -x .venv/bin/pytest ] || prepare dev

DEELE_PICTURES="$PWD/docs/handbuch/bilder" .venv/bin/pytest -q -m browser tests/browser/test_handbook_pictures.py
say "Bilder erneuert: docs/handbuch/bilder"
