"""Rules of plans: values alone."""

from datetime import date

import pytest

from deele.accompaniment.enums import MAIN_PHASES, Phase, PlanState
from deele.accompaniment.rules import milestones, phases, silence, states, survival
from deele.accompaniment.rules.survival import Time


@pytest.mark.parametrize(
    ("impulse", "before", "wanted", "expected"),
    [
        ("bottom_up", "", "interesse", True),
        ("bottom_up", "", "kerngruppe", True),
        ("bottom_up", "", "planung", False),
        ("top_down", "", "objektsuche", True),
        ("top_down", "", "planung", True),
        ("top_down", "", "kerngruppe", False),
        ("gemischt", "", "planung", True),
        ("bottom_up", "konzept", "objektsuche", True),
        ("bottom_up", "konzept", "konzept", True),
        ("bottom_up", "konzept", "machbarkeit", False),
        ("bottom_up", "objektsuche", "konzept", False),
        ("top_down", "planung", "bau", True),
    ],
)
def test_order_of_phases(impulse, before, wanted, expected):
    assert phases.in_order(impulse, before, wanted) is expected


def test_every_state_leads_somewhere_and_every_ended_one_back():
    assert set(states.NEXT) == set(PlanState)
    assert all(PlanState.RUNNING in states.following(one) for one in (PlanState.STOPPED, PlanState.HANDED_OVER))


def test_milestones_of_the_list_stand_in_phases_1_to_9_once_each():
    assert {seed.phase for seed in milestones.SEEDS} == set(MAIN_PHASES) - {Phase.INTEREST}
    assert len({seed.key for seed in milestones.SEEDS}) == len(milestones.SEEDS)


@pytest.mark.parametrize(
    ("state", "last", "expected"),
    [
        ("laufend", date(2026, 8, 26), 90),
        ("laufend", date(2026, 8, 27), None),
        ("laufend", None, 327),
        ("pausiert", date(2025, 1, 1), None),
        ("abgeschlossen", date(2025, 1, 1), None),
    ],
)
def test_silence(state, last, expected):
    found = silence.silence(state=state, last_contact_on=last, begun_on=date(2026, 1, 1), today=date(2026, 11, 24))

    assert (found.days if found else None) == expected


def test_curve_of_plans_that_all_moved_in_is_the_share_still_under_way():
    steps = survival.curve([Time(2, True), Time(4, True), Time(4, True), Time(6, True)])

    assert [(step.years, step.at_risk, step.moved_in, step.share) for step in steps] == [
        (2, 4, 1, 0.75), (4, 3, 2, pytest.approx(0.25)), (6, 1, 1, 0.0),
    ]  # fmt: skip
    assert survival.median(steps) == 4


def test_curve_with_open_ends_after_freireich_1963():
    """The 6-MP arm of Freireich and others (1963), the textbook example of Kaplan and Meier."""
    remission = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    steps = survival.curve([Time(t, True) for t in remission] + [Time(t, False) for t in censored])

    assert [(step.years, round(step.share, 3)) for step in steps] == [
        (6, 0.857), (7, 0.807), (10, 0.753), (13, 0.69), (16, 0.627), (22, 0.538), (23, 0.448),
    ]  # fmt: skip
    assert survival.median(steps) == 23


def test_curve_of_nobody_and_of_those_still_under_way_is_empty():
    assert survival.curve([]) == survival.curve([Time(3, False)]) == []
    assert survival.median([]) is None


def test_a_time_below_zero_is_a_bug():
    with pytest.raises(ValueError, match="before it began"):
        survival.curve([Time(-1, True)])
