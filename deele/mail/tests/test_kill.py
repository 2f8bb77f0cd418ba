"""kill -9 of the real worker in the middle of a message."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

import conftest as house
from deele.mail.enums import State
from deele.mail.tests.factories import Server

COUNT, KILLED_AT = 12, 5
LONG_AGO = "2026-11-01 12:00:00"
INSERT = """
INSERT INTO mail_outgoingmail (created_at, updated_at, version, purpose, key, "to", subject, body, html, reply_to,
  headers, message_id, about, urgency, state, attempts, next_at, lease_token, last_answer)
VALUES (:now, :now, 1, 'test', :key, :to, 'Gruß', 'Guten Tag', '', '', '{}', :id, '', 2, 'wartet', 0, :now, '', '')
"""


@pytest.fixture
def home(tmp_path, django_db_setup):
    """A house of its own with letters waiting."""
    shutil.copyfile(house._golden(), tmp_path / "deele.sqlite3")
    letters = [{"now": LONG_AGO, "key": str(n), "to": f"e{n}@beispiel.de", "id": f"<{n}@x>"} for n in range(COUNT)]
    with sqlite3.connect(tmp_path / "deele.sqlite3") as database:
        database.executemany(INSERT, letters)
    return tmp_path


def worker(home, server):
    env = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "TEST_DB")}
    env |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DEELE_HOME": str(home),
        "DEELE_SMTP_HOST": "127.0.0.1",
        "DEELE_SMTP_PORT": str(server.port),
        "DEELE_SMTP_STARTTLS": "0",
    }
    command = [sys.executable, "manage.py", "work"]
    return subprocess.Popen(
        command, cwd=Path(settings.BASE_DIR), env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def states(home):
    with sqlite3.connect(home / "deele.sqlite3") as database:
        return dict(database.execute("SELECT state, count(*) FROM mail_outgoingmail GROUP BY state"))


def end_leases(home):
    with sqlite3.connect(home / "deele.sqlite3") as database:
        change = "UPDATE mail_outgoingmail SET lease_until = ? WHERE lease_until IS NOT NULL"
        database.execute(change, [LONG_AGO])


@pytest.mark.server
def test_worker_killed_in_the_middle_of_a_mail_loses_none_and_repeats_none(home):
    with Server() as server:
        first = worker(home, server)
        server.before_answer = lambda: len(server.received) == KILLED_AT and first.kill()
        first.communicate(timeout=60)
        after_kill = states(home)
        end_leases(home)

        second = worker(home, server)
        server.before_answer = lambda: len(server.received) == COUNT and second.terminate()
        output, errors = second.communicate(timeout=60)

    assert after_kill == {State.SENT: KILLED_AT - 1, State.SENDING: 1, State.QUEUED: COUNT - KILLED_AT}
    assert states(home) == {State.SENT: COUNT - 1, State.DOUBTFUL: 1}, errors
    assert sorted(server.recipients) == sorted(f"e{n}@beispiel.de" for n in range(COUNT))
    assert (second.returncode, output.decode().splitlines()[-1]) == (0, "The worker has ended.")
