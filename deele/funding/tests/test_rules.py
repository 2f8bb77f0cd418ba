"""How old our knowledge is, which version holds, whether one can apply, what a new version changed."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from deele.funding.enums import Opening, Standing
from deele.funding.rules import standing, terms

TODAY = date(2026, 11, 27)


@dataclass
class Version:
    number: int = 1
    valid_from: date = date(2020, 1, 1)
    valid_until: date | None = None
    rolling: bool = False
    rounds: list = field(default_factory=list)

    def holds_on(self, day):
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass
class Round:
    deadline: date | None
    opens_on: date | None = None


def ago(days):
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("checked", "limit", "expected"),
    [
        (None, 180, Standing.NEVER),
        (ago(0), 180, Standing.FRESH),
        (ago(180), 180, Standing.FRESH),
        (ago(181), 180, Standing.OLD),
        (ago(31), 30, Standing.OLD),
        (TODAY + timedelta(days=2), 30, Standing.FRESH),  # a clock that ran ahead
    ],
)
def test_what_is_older_than_its_limit_is_called_old(checked, limit, expected):
    assert standing.standing(checked, limit, TODAY) == expected


def test_the_version_in_force_is_shown():
    old = Version(1, date(2015, 4, 1), date(2025, 12, 31))
    new = Version(2, date(2026, 1, 1), date(2031, 12, 31))

    assert standing.present([new, old], date(2025, 12, 31)) is old
    assert standing.present([old, new], date(2026, 1, 1)) is new
    assert standing.present([old, new], date(2040, 1, 1)) is new
    assert standing.present([old, new], date(2000, 1, 1)) is old
    assert standing.present([], TODAY) is None
    assert standing.coming([old, new], date(2025, 6, 1)) is new
    assert standing.coming([old, new], TODAY) is None


@pytest.mark.parametrize(
    ("version", "rounds", "expected"),
    [
        (Version(), [], Opening.CLOSED),
        (Version(), [Round(ago(1))], Opening.CLOSED),
        (Version(), [Round(None)], Opening.CLOSED),
        (Version(), [Round(TODAY)], Opening.OPEN),
        (Version(), [Round(TODAY + timedelta(days=90), TODAY + timedelta(days=30))], Opening.LATER),
        (Version(), [Round(TODAY + timedelta(days=90), ago(2))], Opening.OPEN),
        (Version(rolling=True), [], Opening.ALWAYS),
        (Version(rolling=True, valid_from=TODAY + timedelta(days=5)), [], Opening.LATER),
        (Version(rolling=True, valid_until=ago(1)), [], Opening.ENDED),
        (Version(valid_until=ago(1)), [Round(TODAY + timedelta(days=9))], Opening.ENDED),
    ],
)
def test_whether_one_can_apply(version, rounds, expected):
    assert standing.opening(version, rounds, TODAY) == expected


def test_the_next_round_is_the_soonest_ahead():
    rounds = [Round(ago(5)), Round(TODAY + timedelta(days=400)), Round(TODAY + timedelta(days=3)), Round(None)]

    assert standing.next_round(rounds, TODAY) is rounds[2]
    assert standing.next_round(rounds[:1], TODAY) is None


def test_differences_are_of_terms_and_not_of_order():
    before = dict.fromkeys(terms.TERMS) | {"quota": 50, "applicants": ["verein", "kommune"], "quota_special_for": ""}
    after = before | {"quota": 80, "applicants": ["kommune", "verein"], "quota_special_for": None, "contact": "neu"}

    assert [(one.name, one.before, one.after) for one in terms.differences(before, after)] == [("quota", 50, 80)]
