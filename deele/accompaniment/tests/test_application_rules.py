"""The steps of an application (domain §9.8)."""

from datetime import date
from itertools import pairwise

import pytest

from deele.accompaniment.enums.money import ENDED_STATES
from deele.accompaniment.enums.money import ApplicationState as S
from deele.accompaniment.rules import applications as rules


def test_the_usual_way_goes_through():
    way = [S.IDEA, S.SKETCH, S.ANSWER, S.FILED, S.GRANTED, S.CALLED, S.INTERIM, S.FINAL, S.DONE]

    assert all(rules.may_move(before, to) for before, to in pairwise(way))


def test_the_table_knows_every_state_and_every_state_can_be_reached():
    reached, ahead = {S.IDEA}, [S.IDEA]
    while ahead:
        fresh = [to for to in rules.following(ahead.pop()) if to not in reached]
        reached.update(fresh)
        ahead += fresh

    assert set(rules.MOVES) == set(S)
    assert reached == set(S)


def test_what_has_ended_goes_on_only_by_being_revoked():
    assert {state: rules.following(state) for state in ENDED_STATES} == {
        S.DONE: (S.REVOKED,), S.REFUSED: (), S.WITHDRAWN: (), S.REVOKED: (),
    }  # fmt: skip


def test_nothing_is_granted_that_was_not_filed():
    assert [state for state in S if rules.may_move(state, S.GRANTED)] == [S.FILED]


@pytest.mark.parametrize(
    ("today", "step"),
    [
        (date(2027, 2, 28), None),
        (date(2027, 3, 4), 28),
        (date(2027, 3, 24), 28),
        (date(2027, 3, 25), 7),
        (date(2027, 4, 1), 0),
        (date(2027, 6, 1), 0),
    ],
)
def test_reminders_come_four_weeks_before_a_week_before_and_on_the_day(today, step):
    assert rules.reminder_step(date(2027, 4, 1), None, today) == step


def test_nobody_is_reminded_of_what_is_done_or_has_no_day():
    assert rules.reminder_step(date(2027, 4, 1), date(2027, 3, 1), date(2027, 4, 1)) is None
    assert rules.reminder_step(None, None, date(2027, 4, 1)) is None
