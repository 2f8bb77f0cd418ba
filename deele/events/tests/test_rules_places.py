"""Hints, fees, offers: from numbers alone."""

from datetime import datetime, timedelta

import pytest

from deele.events.rules import places
from deele.events.rules.places import Hint, Room
from deele.events.tests.registering import BERLIN

NOW = datetime(2027, 3, 1, 10, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("capacity", "taken", "wanted"),
    [
        (None, 500, Hint.FREE),
        (100, 0, Hint.FREE),
        (100, 79, Hint.FREE),
        (100, 80, Hint.NEARLY_FULL),
        (100, 94, Hint.NEARLY_FULL),
        (100, 95, Hint.FEW),
        (100, 100, Hint.WAITING_LIST),
        (100, 103, Hint.WAITING_LIST),
        (8, 5, Hint.FREE),
        (8, 6, Hint.FEW),
        (2, 1, Hint.FEW),
    ],
)
def test_hint_follows_the_numbers(capacity, taken, wanted):
    assert places.hint(Room(capacity, taken), has_waiting_list=True) == wanted


def test_hint_says_full_where_nobody_may_wait():
    assert places.hint(Room(2, 2), has_waiting_list=False) == Hint.FULL


def test_room_is_never_below_zero():
    assert Room(2, 5).free == 0
    assert not Room(2, 5).fits(1)
    assert Room(None, 5).fits(10_000)


@pytest.mark.parametrize(
    ("later", "percent", "fee"), [(timedelta(0), 50, 0), (timedelta(seconds=1), 50, 3450), (timedelta(days=9), 0, 0)]
)
def test_fee_is_due_after_the_free_term_only(later, percent, fee):
    assert places.cancel_fee(6901, percent=percent, free_until=NOW, now=NOW + later) == fee


def test_fee_needs_a_term():
    assert places.cancel_fee(6900, percent=50, free_until=None, now=NOW) == 0


def test_offer_holds_as_long_as_the_event_says():
    assert places.offer_ends(NOW, hours=48, starts_at=NOW + timedelta(days=30)) == NOW + timedelta(hours=48)


def test_offer_ends_half_a_day_before_the_event():
    assert places.offer_ends(NOW, hours=48, starts_at=NOW + timedelta(hours=24)) == NOW + timedelta(hours=12)


def test_nobody_is_asked_by_mail_on_the_last_evening():
    assert places.offer_ends(NOW, hours=48, starts_at=NOW + timedelta(hours=13)) is None


def test_offer_over_a_clock_change_lasts_its_hours():
    """In the night to 28 March 2027 clocks jump from 2 to 3: forty-eight hours are forty-eight hours."""
    before = datetime(2027, 3, 27, 12, tzinfo=BERLIN)

    until = places.offer_ends(before, hours=48, starts_at=before + timedelta(days=30))

    assert until.timestamp() - before.timestamp() == 48 * 3600


def test_minimum_counts_who_is_missing():
    assert places.minimum_missing(Room(40, 17), 20) == 3
    assert places.minimum_missing(Room(40, 20), 20) == 0
    assert places.minimum_missing(Room(40, 3), None) == 0
