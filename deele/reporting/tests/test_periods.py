"""Periods and the form that asks for them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deele.reporting.forms.asking import AskForm
from deele.reporting.kinds import Ask
from deele.reporting.rules import periods

TODAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("preset", "since", "until"),
    [
        (periods.YEAR, date(2026, 1, 1), TODAY),
        (periods.LAST_YEAR, date(2025, 1, 1), date(2025, 12, 31)),
        (periods.QUARTER, date(2026, 4, 1), TODAY),
        (periods.LAST_QUARTER, date(2026, 1, 1), date(2026, 3, 31)),
        (periods.MONTH, date(2026, 5, 1), TODAY),
        (periods.LAST_MONTH, date(2026, 4, 1), date(2026, 4, 30)),
    ],
)
def test_presets(preset, since, until):
    assert periods.period(preset, TODAY) == (since, until)


@given(st.dates(date(1991, 1, 1), date(2099, 12, 31)), st.sampled_from(periods.PRESETS))
def test_every_preset_begins_before_it_ends_and_never_lies_ahead(today, preset):
    since, until = periods.period(preset, today)

    assert since <= until <= today


def test_the_edition_knows_finished_years_only():
    assert periods.finished_years(date(2026, 1, 1), 2) == [2025, 2024]
    assert periods.finished_years(date(2026, 12, 31), 1) == [2025]


def test_leap_day_has_a_year_before():
    ask = Ask(date(2024, 2, 29), date(2024, 2, 29)).years_before(1)

    assert (ask.since, ask.until) == (date(2023, 2, 28), date(2023, 2, 28))


def form(**data):
    return AskForm(data, areas=[], today=TODAY)


def test_without_a_word_it_is_this_year():
    asked = form().asked()

    assert (asked.since, asked.until, asked.words) == (date(2026, 1, 1), TODAY, {"zeitraum": "dieses-jahr"})


def test_days_are_carried_into_addresses():
    asked = form(von="2026-02-01", bis="2026-02-28").asked()

    assert asked.address == "von=2026-02-01&bis=2026-02-28"


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"von": "2026-02-02", "bis": "2026-02-01"}, "bis"),
        ({"von": "2026-02-02"}, "bis"),
        ({"bis": "2026-02-02"}, "von"),
        ({"von": "quatsch", "bis": "2026-02-01"}, "von"),
        ({"von": "0001-01-01", "bis": "2026-02-01"}, "von"),
        ({"bereich": "4711"}, "bereich"),
        ({"von": "2026-02-01", "bis": "2026-02-28", "bereich": "x"}, "bereich"),
    ],
)
def test_what_makes_no_sense_is_named_and_this_year_is_shown(data, field):
    found = form(**data)
    asked = found.asked()

    assert list(found.errors) == [field]
    assert asked.until == TODAY
