"""Registrations for one hot event over HTTP until it is full, beside a bare transaction on the same database.

16 and 64 clients send the form of the public page, each waits for its answer. In a second round somebody cancels all
the time and the waiting list moves. Afterwards it is counted what the database holds: overbooked and lost must be 0.
"""

import json
import multiprocessing
import os
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from argparse import Namespace
from dataclasses import dataclass, field
from pathlib import Path

import house
import servers

ROOT = Path(__file__).resolve().parents[2]
SECRET = "a" * 32  # any token does, as long as cookie and form agree
CLIENTS = (16, 64)
QUOTA, MORE = 400, 60  # places, and clients too many for them
FLOOR_QUOTA = 4000
COLUMNS = (
    "database", "clients", "cancels beside", "registered /s", "p50/p95 ms", "floor /s", "× floor", "overbooked",
    "lost", "5xx",
)  # fmt: skip
HEAD_END = b"\r\n\r\n"


@dataclass
class Told:
    """What the clients saw."""

    times: list[float] = field(default_factory=list)
    taken: int = 0
    refused: int = 0
    broken: int = 0
    seconds: float = 0.0


def measure(asked: Namespace) -> None:
    """SQLite, and PostgreSQL where DEELE_BENCH_POSTGRES names a server (an address without a database)."""
    print(f"| {' | '.join(COLUMNS)} |\n|{' --- |' * len(COLUMNS)}", flush=True)
    on_sqlite(asked)
    if server := os.environ.get("DEELE_BENCH_POSTGRES", ""):
        on_postgres(asked, server.rstrip("/"))


def on_sqlite(asked: Namespace) -> None:
    """A fresh file for each round, copied from a migrated one."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "template"
        template.mkdir()
        manage(template, "", "migrate", "-v0")
        for clients in CLIENTS:
            floor = statistics.median(floor_sqlite(Path(folder), clients) for _ in range(asked.rounds))
            for beside in (False, True):
                rounds = []
                for number in range(asked.rounds):
                    home = Path(folder) / f"{clients}-{beside}-{number}"
                    shutil.copytree(template, home)
                    rounds.append(one_round(home, "", clients, beside=beside))
                show("SQLite", clients, rounds, floor, beside=beside)


def on_postgres(asked: Namespace, server: str) -> None:
    """A database of its own, removed afterwards."""
    import psycopg  # noqa: PLC0415  only where PostgreSQL is measured

    name = f"deele_race_{os.getpid()}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as admin, tempfile.TemporaryDirectory() as folder:
        admin.execute(f"CREATE DATABASE {name}")
        try:
            home, url = Path(folder), f"{server}/{name}"
            manage(home, url, "migrate", "-v0")
            for clients in CLIENTS:
                floor = statistics.median(floor_postgres(url, clients) for _ in range(asked.rounds))
                for beside in (False, True):
                    rounds = [one_round(home, url, clients, beside=beside) for _ in range(asked.rounds)]
                    show("PostgreSQL", clients, rounds, floor, beside=beside)
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def environment(home: Path, url: str) -> dict[str, str]:
    """The settings of the measured house."""
    return {**house.environment(home), "DATABASE_URL": url, "DEELE_DEMO": "0", "DEELE_SECOND_FACTOR": "0"}


def manage(home: Path, url: str, *arguments: str) -> str:
    """Run a command of the house."""
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment(home, url)}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    return done.stdout


def ask(home: Path, url: str, *arguments: str) -> dict[str, object]:
    """What `race_house` says."""
    command = [sys.executable, "tools/bench/race_house.py", *arguments]
    settings = {**os.environ, **environment(home, url)}
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    return json.loads(done.stdout)


def one_round(home: Path, url: str, clients: int, *, beside: bool) -> tuple[Told, dict[str, object]]:
    """Fill one event through the real server; what the clients saw, and what the database holds."""
    event = ask(home, url, "prepare", str(QUOTA), str(QUOTA + clients + MORE))
    server = servers.Server("config.wsgi", environment(home, url))
    disturber = None
    try:
        server.wait("/healthz")
        for _ in range(4):
            servers.fetch(server.port, str(event["path"]))
        if beside:
            command = [sys.executable, "tools/bench/race_house.py", "disturb", str(event["event"])]
            disturber = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment(home, url)})
            time.sleep(2.5)  # until Django is awake
        told = storm(server.port, event, clients)
    finally:
        if disturber:
            disturber.terminate()
            disturber.wait()
        server.end()
    return told, ask(home, url, "count", str(event["event"]))


def storm(port: int, event: dict[str, object], clients: int) -> Told:
    """All clients at once until every form was sent."""
    forms, told, lock = list(event["seals"]), Told(), threading.Lock()  # type: ignore[call-overload]

    def client(number: int) -> None:
        address = f"127.0.{number // 250 + 1}.{number % 250 + 1}"  # the house counts forms per address
        at = 0
        while True:
            with lock:
                if not forms:
                    return
                seal = forms.pop()
            at += 1
            source = f"127.0.{10 + at % 200}.{number % 250 + 1}" if at > 1 else address
            start = time.perf_counter()
            status = send(port, source, event, seal)
            with lock:
                told.times.append((time.perf_counter() - start) * 1000)
                told.taken += status == 302
                told.refused += status == 200
                told.broken += status >= 500 or status == 0

    began = time.perf_counter()
    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told.seconds = time.perf_counter() - began
    return told


def send(port: int, source: str, event: dict[str, object], seal: str) -> int:
    """One form; the status of its answer, 0 for none."""
    fields = {**event["fields"], "seal": seal, "csrfmiddlewaretoken": SECRET}  # type: ignore[dict-item]
    body = urllib.parse.urlencode(fields).encode()
    head = (
        f"POST {event['path']} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: csrftoken={SECRET}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    try:
        with socket.create_connection(("127.0.0.1", port), 60, (source, 0)) as line:
            line.sendall(head.encode() + body)
            answer = b""
            while chunk := line.recv(65536):
                answer += chunk
    except OSError:
        return 0
    first = answer.partition(HEAD_END)[0].decode(errors="replace")
    return int(first[9:12] or 0)


def show(name: str, clients: int, rounds: list[tuple[Told, dict[str, object]]], floor: float, *, beside: bool) -> None:
    """One row: medians of the rounds; faults of all rounds together."""
    rates = [told.taken / told.seconds for told, _ in rounds]
    ordered = sorted(time for told, _ in rounds for time in told.times)
    p50, p95 = (ordered[int(len(ordered) * share)] for share in (0.5, 0.95))
    over = sum(int(counted["overbooked"]) for _, counted in rounds)  # type: ignore[call-overload]
    lost = sum(abs(told.taken - int(counted["registrations"])) for told, counted in rounds)  # type: ignore[call-overload]
    broken = sum(told.broken for told, _ in rounds)
    rate = statistics.median(rates)
    print(
        f"| {name} | {clients} | {'yes' if beside else 'no'} | {rate:.0f} | {p50:.0f}/{p95:.0f} | {floor:.0f} "
        f"| {rate / floor:.3f} | {over} | {lost} | {broken} |",
        flush=True,
    )


# The floor: claim a place and write a row, nothing else.

TABLES = (
    "CREATE TABLE quota (id INTEGER PRIMARY KEY, taken INTEGER, capacity INTEGER)",
    "CREATE TABLE booking (id {serial}, name TEXT, at TEXT)",
)


def in_processes(work: object, clients: int, *arguments: object) -> float:
    """Run `work` in so many processes until the quota is used up; bookings a second."""
    began = time.perf_counter()
    processes = [multiprocessing.Process(target=work, args=arguments) for _ in range(clients)]  # type: ignore[arg-type]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return FLOOR_QUOTA / (time.perf_counter() - began)


def floor_sqlite(folder: Path, clients: int) -> float:
    """WAL, synchronous NORMAL, as the house has it."""
    path = folder / "floor.sqlite3"
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode=WAL")
        for table in TABLES:
            database.execute(table.format(serial="INTEGER PRIMARY KEY"))
        database.execute("INSERT INTO quota VALUES (1, 0, ?)", [FLOOR_QUOTA])
    database.close()
    return in_processes(book_sqlite, clients, str(path))


def book_sqlite(path: str) -> None:
    """Book until nothing is left."""
    database = sqlite3.connect(path, timeout=30, isolation_level=None)
    database.execute("PRAGMA synchronous=NORMAL")
    while True:
        database.execute("BEGIN IMMEDIATE")
        found = database.execute("UPDATE quota SET taken = taken + 1 WHERE id = 1 AND taken < capacity")
        if not found.rowcount:
            database.execute("ROLLBACK")
            return
        database.execute("INSERT INTO booking (name, at) VALUES ('Muster', 'jetzt')")
        database.execute("COMMIT")


def floor_postgres(url: str, clients: int) -> float:
    """The same, with a row lock."""
    import psycopg  # noqa: PLC0415  only where PostgreSQL is measured

    with psycopg.connect(url, autocommit=True) as database:
        database.execute("DROP TABLE IF EXISTS quota, booking")
        for table in TABLES:
            database.execute(table.format(serial="SERIAL PRIMARY KEY"))
        database.execute("INSERT INTO quota VALUES (1, 0, %s)", [FLOOR_QUOTA])
    return in_processes(book_postgres, clients, url)


def book_postgres(url: str) -> None:
    """Book until nothing is left."""
    import psycopg  # noqa: PLC0415  as above

    with psycopg.connect(url) as database:
        while True:
            found = database.execute("UPDATE quota SET taken = taken + 1 WHERE id = 1 AND taken < capacity")
            if not found.rowcount:
                return
            database.execute("INSERT INTO booking (name, at) VALUES ('Muster', 'jetzt')")
            database.commit()
