#!/bin/sh
# From a fresh machine to a served house. A second start takes seconds and loses nothing.
set -eu
cd "$(dirname "$0")/.."
. tools/environment.sh

PORT=${PORT:-8000}
export PORT
case "$PORT" in *[!0-9]* | "") stop "PORT erwartet eine Zahl, nicht „$PORT“. Beispiel: PORT=8123 make run" ;; esac
[ "$PORT" -ge 1 ] && [ "$PORT" -le 65535 ] || stop "PORT muss zwischen 1 und 65535 liegen."
need_python
"$python" tools/port.py "$PORT" || stop "Port $PORT ist schon belegt. Läuft Deele dort bereits? Sonst einen anderen nehmen: PORT=8123 make run"

prepare base

# What a demo on one's own machine needs; whatever is already set stays.
export DEELE_URL="${DEELE_URL:-http://127.0.0.1:$PORT}"
export DEELE_DEMO="${DEELE_DEMO:-1}"
if [ -z "${DEELE_SECOND_FACTOR+set}" ] && [ "$DEELE_DEMO" = 1 ]; then
  export DEELE_SECOND_FACTOR=0
  say "Hinweis: Für die Vorführung genügt das Passwort; der zweite Faktor ist aus (DEELE_SECOND_FACTOR=1 schaltet ihn ein)."
fi

"$venv/bin/python" tools/ready.py || "$venv/bin/python" manage.py setup
exec "$venv/bin/python" tools/serve.py
