"""The life of an entry as a table."""

from datetime import date, timedelta

import pytest

from deele.directory import rules
from deele.directory.enums import State

ANYWHERE = {State.MERGED}


@pytest.mark.parametrize("state", [state for state in State if state != State.MERGED])
def test_every_state_can_be_left(state):
    assert [move for move in rules.MOVES if move.source == state and move.target != State.MERGED]


def test_no_move_stands_twice():
    assert len(rules.BY_ENDS) == len(rules.MOVES)


def test_refusing_and_asking_need_a_reason():
    silent = [
        move
        for move in rules.MOVES
        if move.target in {State.REFUSED, State.QUERY, State.ARCHIVED} and not move.reason_needed
        if move.source != State.MERGED
    ]

    assert silent == []


def test_holders_never_publish_what_was_not_public():
    by_holders = {move.source for move in rules.MOVES if move.by_holder and move.target == State.PUBLISHED}

    assert by_holders == {State.DUE, State.OLD}


@pytest.mark.parametrize(
    ("phase", "seeking", "free", "term"),
    [
        ("wohnen", False, False, timedelta(days=365)),
        ("", False, False, timedelta(days=365)),
        ("planung", False, False, timedelta(days=91)),
        ("wohnen", True, False, timedelta(days=91)),
        ("wohnen", True, True, timedelta(days=30)),
    ],
)
def test_confirmation_term_follows_what_changes_fastest(phase, seeking, free, term):
    assert rules.confirmation_term(phase=phase, seeking=seeking, free_places=free) == term


@pytest.mark.parametrize(("days", "expected"), [(0, True), (365, True), (366, False)])
def test_confirmed_within_year_knows_its_edge(days, expected):
    today = date(2026, 11, 22)

    assert rules.confirmed_within_year(today - timedelta(days=days), today) is expected
