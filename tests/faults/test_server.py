"""Faults that only a real server has: bodies without end, killed workers, a full disk, a database for reading only."""

import contextlib
import ctypes
import json
import os
import random
import sqlite3
import threading
import time

import pytest

from tests.faults import house

pytestmark = [pytest.mark.server, pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
BODY = 200 * house.MEGABYTE
ROUNDS = 4
PUBLIC = ["/verzeichnis/", "/orte/", "/verzeichnis/melden/", "/verzeichnis/zustaendigkeit/", "/api/v1/entries"]


def furnished(home, tables=0):
    """A house with rows, and what a test must know of them."""
    return json.loads(house.run(house.make(home), "-m", "tests.faults.furnish", str(tables)))


SUBMISSION = {
    "title": "Dorftreff Neu", "kind": "dorftreffpunkt", "place_text": "Kirchlinteln", "precision": "adresse",
    "contact_way": "relais", "contact_name": "Vorstand Muster", "contact_email": "neu@example.org", "consent": "on",
}  # fmt: skip


def test_two_hundred_megabytes_are_refused_unread(home):
    facts = furnished(home)
    with house.serve(home) as server:
        server.cookies |= facts["session"]
        server.ask("/schreibtisch/verzeichnis/import/")
        before = server.memory()
        answers = [
            house.pour(server, path, BODY) for path in ("/schreibtisch/verzeichnis/import/", "/verzeichnis/melden/")
        ]
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
    [(state, source)] = house.query(home, "SELECT state, source FROM directory_batch WHERE id = ?", pk)
    [(entries,)] = house.query(home, "SELECT count(*) FROM directory_entry WHERE source = ?", source)
    made = "SELECT count(*) FROM directory_batchrow WHERE batch_id = ? AND state = 'angelegt'"
    [(rows,)] = house.query(home, made, pk)
    about = f"directory.batch:{pk}"
    [(logged,)] = house.query(
        home, "SELECT count(*) FROM audit_entry WHERE event = 'directory.imported' AND about = ?", about
    )
    wanted = (300, 300, 1) if state == "uebernommen" else (0, 0, 0)
    return state, (entries, rows, logged) == wanted


def test_full_disk_keeps_pages_open_and_says_what_cannot_be_kept(small_disk):
    facts = furnished(small_disk)
    confirming = f"/eintraege/pflege/{facts['hold']}/"
    with house.serve(small_disk) as server:
        server.ask("/verzeichnis/melden/")
        house.fill(small_disk)

        shown = {path: server.ask(path).status for path in [*PUBLIC, facts["page"], facts["place"], confirming]}
        refused = house.form(server, "/verzeichnis/melden/", SUBMISSION)
        token = {"X-CSRFToken": server.cookies["csrftoken"]}
        clicked = server.ask(f"{confirming}bestaetigen/", b"", **token)
        (small_disk / "ballast").unlink()
        sent = house.form(server, "/verzeichnis/melden/", SUBMISSION)
        confirmed = server.ask(f"{confirming}bestaetigen/", b"", **token)

    assert set(shown.values()) == {200}
    assert (refused.status, clicked.status) == (503, 503)
    house.assert_plain_words(refused)
    assert (sent.status, confirmed.status) == (302, 200)
    assert house.query(small_disk, "SELECT count(*) FROM directory_entry WHERE title = 'Dorftreff Neu'") == [(1,)]
    assert house.query(small_disk, "PRAGMA integrity_check") == [("ok",)]


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
            refused = house.form(server, "/verzeichnis/melden/", SUBMISSION)
            token = {"X-CSRFToken": server.cookies["csrftoken"]}
            clicked = server.ask(f"{confirming}bestaetigen/", b"", **token)
            server.cookies |= facts["session"]
            desk = server.ask(facts["desk"])

    assert set(shown.values()) == {200}
    assert (refused.status, clicked.status) == (503, 503)
    house.assert_plain_words(refused)
    assert desk.status in (200, 503)
    [(state,)] = house.query(home, "SELECT state FROM directory_entry WHERE id = ?", facts["due"])
    assert state == "bestaetigung_faellig"
