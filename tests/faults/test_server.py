"""Faults that only a real server has: bodies without end, killed workers, a full disk, a database for reading only."""

import contextlib
import ctypes
import json
import os
import random
import re
import socket
import sqlite3
import threading
import time
import urllib.parse

import pytest

from tests.faults import house

pytestmark = [pytest.mark.server, pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
MEGABYTE = 1024 * 1024
BODY = 200 * MEGABYTE
ROUNDS = 4
PUBLIC = ["/verzeichnis/", "/orte/", "/verzeichnis/melden/", "/verzeichnis/zustaendigkeit/", "/api/v1/entries"]


def furnished(home, tables=0):
    """A house with rows, and what a test must know of them."""
    return json.loads(house.run(house.make(home), "-m", "tests.faults.furnish", str(tables)))


def query(home, sql, *values):
    """Ask the database itself, past the house."""
    with contextlib.closing(sqlite3.connect(home / "deele.sqlite3", timeout=20)) as database:
        return database.execute(sql, values).fetchall()


def form(server, path, fields):
    """Open the page of a form and send it."""
    page = server.ask(path)
    seal = re.search(r'name="seal" value="([^"]+)"', page.text)
    version = re.search(r'name="version" value="([^"]+)"', page.text)
    found = {"seal": seal and seal[1], "version": version and version[1]}
    data = {**{name: value for name, value in found.items() if value}, **fields}
    time.sleep(3.1 if seal else 0)  # faster than a person is refused
    token = {"X-CSRFToken": server.cookies.get("csrftoken", "")}
    return server.ask(path, urllib.parse.urlencode(data).encode(), **token)


SUBMISSION = {
    "title": "Dorftreff Neu", "kind": "dorftreffpunkt", "place_text": "Kirchlinteln", "precision": "adresse",
    "contact_way": "relais", "contact_name": "Vorstand Muster", "contact_email": "neu@example.org", "consent": "on",
}  # fmt: skip


def pour(server, path):
    """Send 200 MB as a browser does; returns the answer and how many bytes were taken until it came."""
    cookie = "; ".join(f"{name}={value}" for name, value in server.cookies.items())
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nCookie: {cookie}\r\nContent-Length: {BODY}\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=house.PATIENCE) as line:
        line.sendall(head.encode())
        line.setblocking(False)
        sent, answer, chunk = 0, b"", b"x" * 65536
        while sent < BODY and not answer:
            with contextlib.suppress(BlockingIOError):
                answer = line.recv(65536)
            try:
                sent += line.send(chunk)
            except BlockingIOError:
                continue
            except ConnectionError:  # the server has hung up; what it said before still waits to be read
                break
        line.settimeout(house.PATIENCE)
        with contextlib.suppress(ConnectionResetError):
            while more := line.recv(65536):
                answer += more
    return answer.decode(errors="replace"), sent


def test_two_hundred_megabytes_are_refused_unread(home):
    facts = furnished(home)
    with house.serve(home) as server:
        server.cookies |= facts["session"]
        server.ask("/schreibtisch/verzeichnis/import/")
        before = server.memory()
        answers = [pour(server, path) for path in ("/schreibtisch/verzeichnis/import/", "/verzeichnis/melden/")]
        grown = server.memory() - before

        assert server.ask("/verzeichnis/").status == 200

    for answer, sent in answers:
        assert answer.startswith("HTTP/1.1 413")
        assert "25 MB" in answer
        assert sent < BODY / 4
    assert grown < 30


def test_huge_query_is_refused_in_words(home):
    furnished(home)
    with house.serve(home) as server:
        answers = [server.ask("/verzeichnis/?q=" + "x" * length) for length in (3_000, 6_000, 100_000)]

    assert [answer.status for answer in answers] == [200, 414, 414]
    assert "site-head" in answers[1].text  # ours; the third never reaches us, the server refuses it


def test_killed_web_workers_leave_no_import_half_done(home):
    facts = furnished(home, ROUNDS)
    chance, states = random.Random(7), []
    with house.serve(home) as server:
        server.cookies |= facts["session"]
        for pk in facts["tables"]:
            page = f"/schreibtisch/verzeichnis/import/{pk}/"
            server.ask(page)
            token = {"X-CSRFToken": server.cookies["csrftoken"]}
            sending = threading.Thread(target=swallowing(server.ask), args=(f"{page}uebernehmen/", b""), kwargs=token)
            sending.start()
            time.sleep(chance.uniform(0.02, 0.6))
            for worker in server.workers():
                os.kill(worker, 9)
            sending.join()
            states.append(story_of(home, pk))
            assert wait_until(lambda page=page: server.ask(page).status == 200)

    assert {whole for _state, whole in states} == {True}


def swallowing(act):
    """The connection of a killed worker ends as it must."""

    def acting(*arguments, **more):
        with contextlib.suppress(OSError, ValueError):
            act(*arguments, **more)

    return acting


def wait_until(asked):
    """Whether it becomes true; new workers need a moment."""
    deadline = time.monotonic() + house.PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            if asked():
                return True
        time.sleep(0.1)
    return False


def story_of(home, pk):
    """State of an import, and whether entries, rows and log agree with it."""
    [(state, source)] = query(home, "SELECT state, source FROM directory_batch WHERE id = ?", pk)
    [(entries,)] = query(home, "SELECT count(*) FROM directory_entry WHERE source = ?", source)
    [(rows,)] = query(home, "SELECT count(*) FROM directory_batchrow WHERE batch_id = ? AND state = 'angelegt'", pk)
    about = f"directory.batch:{pk}"
    [(logged,)] = query(
        home, "SELECT count(*) FROM audit_entry WHERE event = 'directory.imported' AND about = ?", about
    )
    wanted = (300, 300, 1) if state == "uebernommen" else (0, 0, 0)
    return state, (entries, rows, logged) == wanted


def fill(home):
    """Take the last byte of the disk."""
    with open(home / "ballast", "wb", buffering=0) as ballast, contextlib.suppress(OSError):
        for size in (MEGABYTE, 4096, 1):
            with contextlib.suppress(OSError):
                while ballast.write(b"x" * size):
                    pass


def test_full_disk_keeps_pages_open_and_says_what_cannot_be_kept(small_disk):
    facts = furnished(small_disk)
    confirming = f"/eintraege/pflege/{facts['hold']}/"
    with house.serve(small_disk) as server:
        server.ask("/verzeichnis/melden/")
        fill(small_disk)

        shown = {path: server.ask(path).status for path in [*PUBLIC, facts["page"], facts["place"], confirming]}
        refused = form(server, "/verzeichnis/melden/", SUBMISSION)
        token = {"X-CSRFToken": server.cookies["csrftoken"]}
        clicked = server.ask(f"{confirming}bestaetigen/", b"", **token)
        (small_disk / "ballast").unlink()
        sent = form(server, "/verzeichnis/melden/", SUBMISSION)
        confirmed = server.ask(f"{confirming}bestaetigen/", b"", **token)

    assert set(shown.values()) == {200}
    assert (refused.status, clicked.status) == (503, 503)
    assert_plain_words(refused)
    assert (sent.status, confirmed.status) == (302, 200)
    assert query(small_disk, "SELECT count(*) FROM directory_entry WHERE title = 'Dorftreff Neu'") == [(1,)]
    assert query(small_disk, "PRAGMA integrity_check") == [("ok",)]


def assert_plain_words(answer):
    """What happened, that nothing is lost, what to do; no traceback."""
    assert answer.headers["Retry-After"] == "60"
    assert answer.text.count("<h1>") == 1
    assert "Traceback" not in answer.text
    assert "sqlite" not in answer.text.lower()


def obey_modes():
    """Let file modes bind an administrator too: the child may not override them."""
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (1, 2, 3):  # DAC_OVERRIDE, DAC_READ_SEARCH, FOWNER
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP; counts from the next exec on


def shut(home):
    """No file of the house may be written, no new one made."""
    for path in [*home.rglob("*"), home]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def test_read_only_database_keeps_pages_open_and_says_what_cannot_be_kept(home):
    facts = furnished(home)
    confirming = f"/eintraege/pflege/{facts['hold']}/"
    with house.serve(home) as server:  # makes what a first start makes: keys, cache
        server.ask("/verzeichnis/melden/")
    with contextlib.closing(sqlite3.connect(home / "deele.sqlite3")) as worker:  # the other process has it open
        worker.execute("SELECT count(*) FROM directory_entry").fetchall()
        shut(home)
        with house.serve(home, obey_modes) as server:
            shown = {path: server.ask(path).status for path in [*PUBLIC, facts["page"], facts["place"], confirming]}
            refused = form(server, "/verzeichnis/melden/", SUBMISSION)
            token = {"X-CSRFToken": server.cookies["csrftoken"]}
            clicked = server.ask(f"{confirming}bestaetigen/", b"", **token)
            server.cookies |= facts["session"]
            desk = server.ask(facts["desk"])

    assert set(shown.values()) == {200}
    assert (refused.status, clicked.status) == (503, 503)
    assert_plain_words(refused)
    assert desk.status in (200, 503)
    [(state,)] = query(home, "SELECT state FROM directory_entry WHERE id = ?", facts["due"])
    assert state == "bestaetigung_faellig"
