"""Starts and ends the two servers, and tells how much processor time they took."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(sys.executable).parent
TICK = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Server:
    """gunicorn with the settings of config/gunicorn.py."""

    def __init__(self, application: str, environment: dict[str, str]) -> None:
        self.port = free_port()
        environment = {**os.environ, **environment, "PORT": str(self.port), "DEELE_BIND": ""}
        command = [str(HERE / "gunicorn"), "-c", "config/gunicorn.py", "--pythonpath", "tools/bench", application]
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment)

    def wait(self, path: str) -> float:
        """Seconds the first answer to `path` took, counted from when the port was open."""
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    break
            if self.process.poll() is not None:
                raise SystemExit("The server did not start.")
            time.sleep(0.02)
        start = time.perf_counter()
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=120) as answer:
            answer.read()
        return time.perf_counter() - start

    def cpu(self) -> float:
        """Seconds of processor time of all its workers so far."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        if not children.exists():
            return 0.0  # no Linux: left out
        total = 0
        for pid in children.read_text().split():
            parts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            total += int(parts[11]) + int(parts[12])
        return total / TICK

    def end(self) -> None:
        """Ask it to finish."""
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()


def fetch(port: int, path: str) -> tuple[int, bytes]:
    """Status and body as they come over the wire, packed."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": "gzip"})
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()
