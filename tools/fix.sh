#!/bin/sh
set -eu
cd "$(dirname "$0")/.."
.venv/bin/ruff check --fix -q . || true
.venv/bin/ruff format -q .
