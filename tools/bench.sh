#!/bin/sh
# Measures the house beside a bare Django on the same rows: sh tools/bench.sh pages --entries 20000
# (docs/operate/performance.md). `PARTS=pages,search make bench` names parts as well.
set -eu
cd "$(dirname "$0")/.."
. tools/environment.sh
prepare dev
exec "$venv/bin/python" tools/bench/run.py "$@"
