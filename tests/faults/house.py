"""A house of its own that may be broken: a folder with a migrated database, and a web server upon it."""

import contextlib
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import conftest

ROOT = conftest.ROOT
MEGABYTE = 1024 * 1024
PATIENCE = 60  # seconds until a server must answer


def make(folder: Path) -> Path:
    """A migrated, empty house in this folder."""
    shutil.copyfile(conftest._golden(), folder / "deele.sqlite3")
    return folder


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a house: its folder, no second factor, nothing of the tests."""
    env = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "TEST_DB")}
    mine = {"DEELE_HOME": str(home), "DJANGO_SETTINGS_MODULE": "config.settings", "DEELE_SECOND_FACTOR": "0"}
    return {**env, **mine, **more}


def run(home: Path, *arguments: str) -> str:
    """Run Python in the house to its end and return what it prints."""
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment(home), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


@dataclass
class Answer:
    """Status, headers, text and cookies of an answer."""

    status: int
    headers: dict[str, str]
    text: str
    cookies: list[str]


@dataclass
class Server:
    """A running web server."""

    process: subprocess.Popen
    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, data: bytes | None = None, **headers: str) -> Answer:
        """One request, redirects not followed; remembers the token for forms."""
        given = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Referer": self.url}
        request = urllib.request.Request(self.url + path, data, {**given, **headers})
        try:
            found = urllib.request.build_opener(NoRedirect).open(request, timeout=PATIENCE)
        except urllib.error.HTTPError as refused:
            found = refused
        with found:
            text = found.read().decode(errors="replace")
            answer = Answer(found.status, dict(found.headers), text, found.headers.get_all("Set-Cookie") or [])
        for part in answer.cookies:
            name, _, value = part.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer

    def workers(self) -> list[int]:
        """The processes that do the work."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(pid) for pid in children.split()]

    def memory(self) -> int:
        """The most memory any worker ever held, in MB."""
        found = [Path(f"/proc/{pid}/status").read_text() for pid in self.workers()]
        return max(int(text.split("VmHWM:")[1].split()[0]) for text in found) // 1024


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Leaves redirects to the test."""

    def redirect_request(self, *_arguments: object) -> None:
        return None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serve(home: Path, before: Callable[[], None] | None = None, **env: str) -> Iterator[Server]:
    """The real web server of the house; `before` runs in its process before it starts."""
    port = free_port()
    command = [str(Path(sys.executable).parent / "gunicorn"), "-c", "config/gunicorn.py", "config.wsgi"]
    with open(home.parent / f"{home.name}.log", "wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment(home, PORT=str(port), **env), stdout=log, stderr=log, preexec_fn=before
        )
        try:
            yield wait_for(Server(process, port), Path(log.name))
        finally:
            process.send_signal(signal.SIGKILL if process.poll() is None and before else signal.SIGTERM)
            process.wait(PATIENCE)


def wait_for(server: Server, log: Path) -> Server:
    """Wait until it answers."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.process.poll() is None:
        with contextlib.suppress(OSError):
            server.ask("/healthz")
            return server
        time.sleep(0.1)
    raise AssertionError(f"The server did not answer:\n{log.read_text(errors='replace')[-3000:]}")


def query(home: Path, sql: str, *values: object) -> list[tuple]:
    """Ask the database itself, past the house."""
    with contextlib.closing(sqlite3.connect(home / "deele.sqlite3", timeout=20)) as database:
        return database.execute(sql, values).fetchall()


def form(server: Server, path: str, fields: dict[str, str]) -> Answer:
    """Open the page of a form and send it."""
    return send(server, path, filled(server, path, fields))


def filled(server: Server, path: str, fields: dict[str, str]) -> bytes:
    """The body of a form as it stands after opening its page and typing this."""
    page = server.ask(path)
    seal = re.search(r'name="seal" value="([^"]+)"', page.text)
    version = re.search(r'name="version" value="([^"]+)"', page.text)
    found = {"seal": seal and seal[1], "version": version and version[1]}
    time.sleep(3.1 if seal else 0)  # faster than a person is refused
    return urllib.parse.urlencode({**{name: value for name, value in found.items() if value}, **fields}).encode()


def send(server: Server, path: str, body: bytes) -> Answer:
    """Send a form that was filled in, perhaps not for the first time."""
    return server.ask(path, body, **{"X-CSRFToken": server.cookies.get("csrftoken", "")})


def fill(home: Path) -> None:
    """Take the last byte of the disk."""
    with open(home / "ballast", "wb", buffering=0) as ballast, contextlib.suppress(OSError):
        for size in (MEGABYTE, 4096, 1):
            with contextlib.suppress(OSError):
                while ballast.write(b"x" * size):
                    pass


def assert_plain_words(answer: Answer) -> None:
    """What happened, that nothing is lost, what to do; no traceback."""
    assert answer.headers["Retry-After"] == "60"
    assert answer.text.count("<h1>") == 1
    assert "Traceback" not in answer.text
    assert "sqlite" not in answer.text.lower()


def pour(server: Server, path: str, size: int) -> tuple[str, int]:
    """Send so many bytes as a browser does; returns the answer and how many bytes were taken until it came."""
    cookie = "; ".join(f"{name}={value}" for name, value in server.cookies.items())
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: {cookie}\r\nContent-Length: {size}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as line:
        line.sendall(head.encode())
        line.setblocking(False)
        sent, answer, chunk = 0, b"", b"x" * 65536
        while sent < size and not answer:
            with contextlib.suppress(BlockingIOError):
                answer = line.recv(65536)
            try:
                sent += line.send(chunk)
            except BlockingIOError:
                continue
            except ConnectionError:  # the server has hung up; what it said before still waits to be read
                break
        line.settimeout(PATIENCE)
        with contextlib.suppress(ConnectionResetError):
            while more := line.recv(65536):
                answer += more
    return answer.decode(errors="replace"), sent
