"""When an overview is due, and what stands in whose."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from deele.mail.kinds import Piece
from deele.newsletter.enums import Rhythm
from deele.newsletter.rules import digests as rules
from deele.newsletter.rules import tokens
from deele.newsletter.rules.digests import Reader

BERLIN = ZoneInfo("Europe/Berlin")
VERDEN = ("03361007", "03361", "033", "03")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("rhythm", "now", "expected"),
    [
        (Rhythm.MONTHLY, "2026-12-01 09:00", "2026-12-01 09:00"),
        (Rhythm.MONTHLY, "2026-12-01 08:59", "2026-11-03 09:00"),
        (Rhythm.MONTHLY, "2026-12-31 23:00", "2026-12-01 09:00"),
        (Rhythm.MONTHLY, "2027-01-04 12:00", "2026-12-01 09:00"),
        (Rhythm.MONTHLY, "2027-01-05 12:00", "2027-01-05 09:00"),
        (Rhythm.WEEKLY, "2026-12-01 08:59", "2026-11-24 09:00"),
        (Rhythm.WEEKLY, "2026-12-07 23:59", "2026-12-01 09:00"),
        (Rhythm.WEEKLY, "2026-12-08 09:00", "2026-12-08 09:00"),
        (Rhythm.WEEKLY, "2026-03-31 09:00", "2026-03-31 09:00"),  # the first Tuesday of summer time
    ],
)
def test_the_latest_tuesday_at_nine(rhythm, now, expected):
    assert rules.begins(rhythm, at(now)) == at(expected)


@pytest.mark.parametrize(("rhythm", "longest"), [(Rhythm.MONTHLY, 36), (Rhythm.WEEKLY, 8)])
def test_every_moment_has_one_that_is_not_in_the_future_and_not_older_than_its_length(rhythm, longest):
    for hours in range(0, 24 * 800, 7):
        now = at("2026-01-01 00:30") + timedelta(hours=hours)
        begin = rules.begins(rhythm, now)

        assert begin <= now
        assert now - begin < timedelta(days=longest)
        assert rules.begins(rhythm, begin) == begin


def test_it_waits_for_a_person_six_hours_after_its_time_or_after_the_last_word():
    begin = at("2026-12-01 09:00")

    assert not rules.is_overdue(begin, None, at("2026-12-01 15:00"))
    assert rules.is_overdue(begin, None, at("2026-12-01 15:01"))
    assert not rules.is_overdue(begin, at("2026-12-04 10:00"), at("2026-12-04 11:00"))
    assert rules.is_overdue(begin, at("2026-12-04 10:00"), at("2026-12-05 11:00"))


def test_news_are_what_was_not_told_yet_but_no_older_than_three_months():
    begin = at("2026-12-01 09:00")

    assert rules.since(at("2026-11-20 10:00"), begin, Rhythm.MONTHLY) == at("2026-11-20 10:00")
    assert rules.since(None, begin, Rhythm.MONTHLY) == at("2026-10-31 09:00")
    assert rules.since(None, begin, Rhythm.WEEKLY) == at("2026-11-24 09:00")
    assert rules.since(at("2026-01-01 10:00"), begin, Rhythm.MONTHLY) == begin - rules.LOOKS_BACK


def piece(number=1, **fields):
    return Piece(f"sample:{number}", "Fest", "/", **fields)


def reader(*regions, above=(), topics=(), areas=()):
    return Reader(frozenset(regions), frozenset(above), frozenset(topics), frozenset(areas))


IN_VERDEN = reader("03361", above=("033", "03"))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (VERDEN, True),
        (("03361",), True),
        (("03351004", "03351", "033", "03"), False),  # the district beside it
        (("03",), True),  # for the whole state
        (("033", "03"), True),
        (("04",), False),  # of another state
        ((), True),  # without a place: for everybody
    ],
)
def test_what_lies_in_the_district_or_is_for_more_than_it(keys, expected):
    assert rules.fits(piece(place_keys=keys), IN_VERDEN) is expected


@pytest.mark.parametrize(
    ("who", "fields", "expected"),
    [
        (reader(topics=["pflege"]), {"topics": ("pflege", "wohnen")}, True),
        (reader(topics=["pflege"]), {"topics": ("wohnen",)}, False),
        (reader(topics=["pflege"]), {}, False),
        (reader(topics=["pflege"], areas=["wohnen"]), {"area_key": "wohnen"}, True),
        (reader("03361", topics=["pflege"]), {"place_keys": VERDEN}, True),  # nobody gave it a theme, but it is near
        (reader("03361", topics=["pflege"]), {"place_keys": VERDEN, "topics": ("wohnen",)}, False),
        (reader("03361", above=("03",), topics=["pflege"]), {"place_keys": ("03",)}, False),
        (reader("03361"), {"place_keys": VERDEN, "topics": ("wohnen",)}, True),
        (reader(), {"topics": ("wohnen",)}, True),
    ],
)
def test_topics_narrow_what_names_topics(who, fields, expected):
    assert rules.fits(piece(**fields), who) is expected


def test_nothing_is_chosen_twice():
    told = {"sample:1"}

    found = rules.chosen([piece(1), piece(2)], reader(), told)

    assert [one.ref for one in found] == ["sample:2"]
    assert rules.chosen([piece(1), piece(2)], reader(), told) == []


def test_a_heading_names_only_as_many_as_fit():
    assert rules.named(["Landkreis Verden"], ["Wohnen"]) == ["Landkreis Verden", "Wohnen"]
    assert rules.named(list("abcdef"), []) == ["a", "b", "c", "+ 3"]


@pytest.mark.parametrize("area", [tokens.EVERYTHING, tokens.DIGEST, 7])
def test_the_token_says_what_it_ends(area):
    assert tokens.read_unsubscribe(tokens.unsubscribe("abc234", area)) == ("abc234", area)
