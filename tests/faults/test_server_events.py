"""Faults of registering and billing that only a real server, a real lock and a real disk have."""

import contextlib
import json
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from deele.mail.tests.factories import Server
from tests.faults import furnish_events, house

pytestmark = [pytest.mark.server, pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]
AT_ONCE = 20
TABLES = ("events_registration", "events_participant", "mail_outgoingmail", "audit_entry", "accounts_maillink")


def furnished(home):
    return json.loads(house.run(house.make(home), "-m", "tests.faults.furnish_events", "furnish"))


TYPED = {"name": "Teilnehmerin Zuspät", "email": "spaet@example.org", "people": "1", "homepage": ""}


def counts(home):
    return [house.query(home, f"SELECT count(*) FROM {table}")[0][0] for table in TABLES]


def one_more_each(before):
    return [number + 1 for number in before]


@contextlib.contextmanager
def locked(home):
    """Another process writes and does not come to an end."""
    with contextlib.closing(sqlite3.connect(home / "deele.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_database_locked_for_too_long_refuses_a_registration_in_words_and_takes_it_later(home):
    facts = furnished(home)
    before = counts(home)
    with house.serve(home) as server:
        body = house.filled(server, facts["form"], TYPED)
        with locked(home):
            refused = house.send(server, facts["form"], body)
            shown = [server.ask(path).status for path in (facts["page"], facts["form"], facts["hold"])]
        after = counts(home)
        sent, again = (house.send(server, facts["form"], body) for _click in range(2))
        page = server.ask(facts["form"]).text

    assert refused.status == 503
    house.assert_plain_words(refused)
    assert shown == [200, 200, 200]
    assert after == before
    assert (sent.status, again.status) == (302, 302)
    assert counts(home) == one_more_each(before)
    assert "data-draft=" in page  # what was typed stays in the browser until it has arrived


def test_full_disk_takes_no_half_registration_and_draws_no_half_invoice(small_disk):
    home, draw = small_disk, ("-m", "tests.faults.furnish_events", "draw")
    facts = furnished(home)
    before = counts(home)
    with house.serve(home) as server:
        body = house.filled(server, facts["form"], TYPED)
        house.fill(home)
        refused = house.send(server, facts["form"], body)
        given = {"cwd": house.ROOT, "env": house.environment(home), "capture_output": True}
        stopped = subprocess.run([sys.executable, *draw], **given)
        after = counts(home)
        drawn = house.query(home, "SELECT count(*) FROM money_invoice WHERE to_draw IS NULL OR length(pdf) > 0")
        files = house.query(home, "SELECT count(*) FROM mail_attachment")
        (home / "ballast").unlink()
        sent = house.send(server, facts["form"], body)

    assert refused.status == 503
    house.assert_plain_words(refused)
    assert stopped.returncode != 0
    assert (after, drawn, files) == (before, [(0,)], [(0,)])
    assert sent.status == 302
    assert counts(home) == one_more_each(before)
    assert json.loads(house.run(home, *draw)) == furnish_events.PAPERS
    assert json.loads(house.run(home, *draw)) == 0
    mails = house.query(home, "SELECT key FROM mail_outgoingmail WHERE purpose = 'money.invoice' ORDER BY id")
    assert [key for (key,) in mails] == facts["numbers"]
    sizes = house.query(home, "SELECT length(content) FROM mail_attachment")
    assert [size > 1000 for (size,) in sizes] == [True] * furnish_events.PAPERS
    assert house.query(home, "PRAGMA integrity_check") == [("ok",)]


def test_form_sent_twenty_times_at_once_is_one_registration_and_every_click_is_thanked(home):
    facts = furnished(home)
    before = counts(home)
    with house.serve(home) as server:
        body = house.filled(server, facts["form"], TYPED)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            answers = [pool.submit(house.send, server, facts["form"], body) for _click in range(AT_ONCE)]
            answers = [answer.result() for answer in answers]
        thanks = {server.ask(answer.headers["Location"]).status for answer in answers}

    assert {answer.status for answer in answers} == {302}
    assert thanks == {200}
    assert counts(home) == one_more_each(before)


def test_bank_file_of_fifty_megabytes_is_refused_in_words(home):
    facts = furnished(home)
    with house.serve(home) as server:
        server.cookies |= facts["session"]
        server.ask("/schreibtisch/rechnungen/bank/")
        answer, _sent = house.pour(server, "/schreibtisch/rechnungen/bank/", 50 * house.MEGABYTE)
        assert server.ask(facts["page"]).status == 200

    assert answer.startswith("HTTP/1.1 413")
    assert "25 MB" in answer
    assert house.query(home, "SELECT count(*) FROM money_bankfile") == [(0,)]


def work(home, server):
    """One round of the real worker, whatever becomes of it."""
    smtp = {"DEELE_SMTP_HOST": "127.0.0.1", "DEELE_SMTP_PORT": str(server.port), "DEELE_SMTP_STARTTLS": "0"}
    given = {"cwd": house.ROOT, "env": house.environment(home, **smtp), "capture_output": True}
    return subprocess.run([sys.executable, "manage.py", "work", "--once"], **given)


def test_full_disk_sends_no_mail_and_later_each_once_with_its_file(small_disk):
    furnished(small_disk)
    house.run(small_disk, "-m", "tests.faults.furnish_events", "draw")
    with Server() as server:
        house.fill(small_disk)
        work(small_disk, server)
        while_full = list(server.received)
        (small_disk / "ballast").unlink()
        for _round in range(2):
            assert work(small_disk, server).returncode == 0

    waiting = house.query(small_disk, 'SELECT "to" FROM mail_outgoingmail ORDER BY 1')
    assert while_full == []
    assert sorted(server.recipients) == [to for (to,) in waiting]
    assert sum(b"application/pdf" in content for _to, content in server.received) == furnish_events.PAPERS
