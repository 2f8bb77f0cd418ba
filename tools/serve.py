"""Runs the web server and the worker together: starts both, restarts the one that dies, ends both.

An office runs the two as services of its machine instead (docs/operate/install.md). Output: the address once
the house answers, then the sign-ins of the demo.
"""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(sys.executable).parent
PORT = os.environ.get("PORT", "8000")
ADDRESS = f"http://127.0.0.1:{PORT}"
COMMANDS = {
    "web": [str(HERE / "gunicorn"), "-c", "config/gunicorn.py", "config.wsgi"],
    "worker": [sys.executable, "manage.py", "work"],
}
GRACE = 35  # seconds a child may take to finish what it holds; a little more than gunicorn's own
PR_SET_PDEATHSIG = 1

stopping = threading.Event()


def say(line: str) -> None:
    """Print at once, also into a file."""
    print(line, flush=True)


def die_with_parent() -> None:
    """On Linux: a killed supervisor leaves no orphan that holds the port."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def start(name: str) -> subprocess.Popen:
    """Start one child in a session of its own, so that Ctrl-C reaches it only through us."""
    return subprocess.Popen(COMMANDS[name], cwd=ROOT, start_new_session=True, preexec_fn=die_with_parent)


def announce() -> None:
    """Wait until the house answers, then say where it is and how to get in."""
    while not stopping.is_set():
        try:
            with urllib.request.urlopen(f"{ADDRESS}/readyz", timeout=5):
                break
        except (urllib.error.URLError, OSError):
            stopping.wait(0.1)
    if stopping.is_set():
        return
    say(f"Deele: {ADDRESS}")
    logins = Path(os.environ.get("DEELE_HOME") or ROOT / "var") / "demo-logins.txt"
    if os.environ.get("DEELE_DEMO") == "1" and logins.exists():
        say(logins.read_text(encoding="utf-8").rstrip())
    say("Beenden mit Strg+C.")


def keep_running(children: dict[str, subprocess.Popen]) -> None:
    """Restart what dies, later each time it dies soon after its start."""
    born = dict.fromkeys(children, time.monotonic())
    pause = dict.fromkeys(children, 0.5)
    while not stopping.wait(0.3):
        for name, child in children.items():
            if child.poll() is None:
                continue
            lived = time.monotonic() - born[name]
            pause[name] = 0.5 if lived > 60 else min(pause[name] * 2, 30)
            say(f"{name} endete ({child.returncode}); Neustart in {pause[name]:.0f} s.")
            if stopping.wait(pause[name]):
                return
            children[name], born[name] = start(name), time.monotonic()


def end(children: dict[str, subprocess.Popen]) -> None:
    """Ask all to finish, and insist after the grace time."""
    for child in children.values():
        if child.poll() is None:
            child.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + GRACE
    for child in children.values():
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)


def main() -> int:
    """Serve until a signal comes."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: stopping.set())
    children = {name: start(name) for name in COMMANDS}
    threading.Thread(target=announce, daemon=True).start()
    keep_running(children)
    end(children)
    return 0


if __name__ == "__main__":
    sys.exit(main())
