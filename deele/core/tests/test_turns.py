"""A line in front of the database."""

import threading
from contextlib import suppress

import pytest
from django.db import connection, transaction

from deele.core import turns

pytestmark = pytest.mark.django_db(transaction=True)
A_WHILE = 0.2  # as long as somebody in line is given to come in although it is not their turn
LONG = 20.0


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.DEELE_HOME = tmp_path
    return tmp_path


def meet(seconds):
    """Whether two threads are inside at the same time, within so many seconds."""
    both, met = threading.Barrier(2), []

    def work():
        with turns.turn(), suppress(threading.BrokenBarrierError):
            both.wait(seconds)
            met.append(True)
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(met) == 2


def test_one_after_another():
    assert not meet(A_WHILE)


def test_whoever_waited_long_goes_on_without(monkeypatch):
    monkeypatch.setattr(turns, "LONGEST", 0.001)

    assert meet(LONG)


def test_without_a_file_for_the_line_threads_still_take_turns(settings, home):
    settings.DEELE_HOME = home / "is-not-there"

    assert not meet(A_WHILE)


def test_inside_a_transaction_nobody_waits():
    with turns.turn(), transaction.atomic(), turns.turn():
        assert connection.in_atomic_block


def test_after_a_failure_the_next_one_comes():
    @turns.atomic
    def fails():
        raise LookupError

    for _ in range(2):
        with pytest.raises(LookupError):
            fails()
