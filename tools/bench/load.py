"""A closed-loop client: every thread waits for its answer before it asks again. And the same through wrk."""

import re
import socket
import statistics
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

HEAD_END = b"\r\n\r\n"
LENGTH = re.compile(rb"(?i)\r\ncontent-length: *(\d+)")


@dataclass
class Measured:
    """One round against one server. Times in milliseconds; `cpu` is the server's processor time an answer."""

    times: list[float] = field(default_factory=list)
    seconds: float = 0.0
    wrong: int = 0
    cpu: float = 0.0
    per_second: float = 0.0

    def late(self, share: float) -> float:
        """The time that `share` of the answers kept within."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


class Client:
    """One connection that is kept; a new one when the server closes it."""

    def __init__(self, port: int, headers: str) -> None:
        self.port, self.headers = port, headers
        self.connection: socket.socket | None = None

    def get(self, path: str) -> int:
        """Ask and read the whole answer; its status."""
        if self.connection is None:
            self.connection = socket.create_connection(("127.0.0.1", self.port), 60)
            self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n{self.headers}\r\n"
        self.connection.sendall(request.encode())
        head, body = self._head(self.connection)
        if length := LENGTH.search(head):
            missing = int(length[1]) - len(body)
            while missing > 0:
                missing -= len(self.connection.recv(min(missing, 1 << 18)) or self._gone())
        else:
            while not body.endswith(b"0\r\n\r\n"):  # chunked
                body += self.connection.recv(1 << 18) or self._gone()
        if b"\r\nconnection: close" in head.lower():
            self.close()
        return int(head[9:12])

    def _head(self, connection: socket.socket) -> tuple[bytes, bytes]:
        data = b""
        while HEAD_END not in data:
            data += connection.recv(1 << 16) or self._gone()
        head, _, body = data.partition(HEAD_END)
        return head, body

    def _gone(self) -> bytes:
        self.close()
        raise ConnectionError

    def close(self) -> None:
        """Let go of the connection."""
        if self.connection is not None:
            self.connection.close()
        self.connection = None


def closed_loop(port: int, paths: list[str], clients: int, seconds: float, headers: str = "") -> Measured:
    """`clients` threads ask for `paths` by turns for so many seconds."""
    measured, lock, deadline = Measured(), threading.Lock(), time.perf_counter() + seconds

    def run(first: int) -> None:
        client, times, wrong, at = Client(port, headers), [], 0, first
        while (start := time.perf_counter()) < deadline:
            try:
                wrong += client.get(paths[at % len(paths)]) != 200
                times.append((time.perf_counter() - start) * 1000)
            except OSError:
                wrong += 1
            at += clients
        client.close()
        with lock:
            measured.times += times
            measured.wrong += wrong

    began = time.perf_counter()
    threads = [threading.Thread(target=run, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    measured.seconds = time.perf_counter() - began
    measured.per_second = len(measured.times) / measured.seconds
    return measured


LUA = """local paths, at = {{}}, 0
for line in io.lines("{file}") do paths[#paths + 1] = line end
request = function() at = at + 1; return wrk.format("GET", paths[(at - 1) % #paths + 1]) end
done = function(summary, latency, requests) io.write(string.format("FOUND %d %d %d %d %d\\n", summary.requests,
  summary.duration, summary.errors.status, latency:percentile(50), latency:percentile(95))) end
"""


def wrk(port: int, paths: list[str], clients: int, seconds: float, headers: str = "") -> Measured:
    """The same with wrk: quicker than Python threads, but it throws away what is in flight at the end."""
    with tempfile.TemporaryDirectory() as folder:
        file, script = Path(folder) / "paths", Path(folder) / "ask.lua"
        file.write_text("\n".join(paths) + "\n", encoding="utf-8")
        script.write_text(LUA.format(file=file), encoding="utf-8")
        command = ["wrk", "-t1", f"-c{clients}", f"-d{max(1, round(seconds))}s", "-s", str(script)]
        command += [part for line in headers.splitlines() if line for part in ("-H", line)]
        said = subprocess.run([*command, f"http://127.0.0.1:{port}"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"FOUND (\d+) (\d+) (\d+) (\d+) (\d+)", said)
    if found is None:
        raise RuntimeError(said)
    count, duration, wrong, middle, late = map(int, found.groups())
    times = [middle / 1000] * 19 + [late / 1000] if count else []  # enough for p50 and p95
    return Measured(times, duration / 1e6, wrong, per_second=count / (duration / 1e6))


def median_of(rounds: list[Measured], name: str) -> float:
    """The median of a figure over the rounds."""
    return statistics.median(getattr(one, name) for one in rounds)
