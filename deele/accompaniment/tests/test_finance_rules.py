"""The finance sheet: sums, the gap, and each remark an adviser would make."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deele.accompaniment.enums.money import Instrument, SourceStatus, Use
from deele.accompaniment.rules.finance import Cost, Sheet, Source, Terms, remarks

TODAY = date(2026, 11, 27)
ASKED, SURE, REFUSED = SourceStatus.ASKED, SourceStatus.PROMISED, SourceStatus.REFUSED
HOUSE = (Cost(Use.LAND, 20_000_000), Cost(Use.BUILDING, 70_000_000), Cost(Use.RESERVE, 10_000_000))  # 1 million euros


def sheet(*sources, costs=HOUSE):
    return Sheet(tuple(sources), costs)


def source(instrument, euros, status=ASKED, terms=None):
    return Source(instrument, euros * 100, status, terms)


def keys(found):
    return [remark.key for remark in remarks(found, TODAY)]


def whole(*sources, status=SURE):
    """A sheet that is closed by a bank loan, with a third of the money of one's own."""
    rest = 1_000_000 - 300_000 - sum(one.cents // 100 for one in sources if one.counts)
    return sheet(source(Instrument.EQUITY, 300_000, status), *sources, source(Instrument.BANK_LOAN, rest, status))


def test_a_closed_sheet_has_nothing_to_remark_on():
    assert keys(whole()) == []


def test_the_gap_is_what_nobody_was_asked_for():
    found = sheet(source(Instrument.EQUITY, 300_000, SURE), source(Instrument.BANK_LOAN, 500_000),
                  source(Instrument.FOUNDATION, 200_000, REFUSED))  # fmt: skip

    assert (found.needed, found.sure, found.asked, found.gap) == (100_000_000, 30_000_000, 50_000_000, 20_000_000)
    assert keys(found) == ["gap"]
    assert "200.000\u00a0€" in str(remarks(found, TODAY)[0])


def test_more_than_needed_is_said_too():
    assert keys(sheet(source(Instrument.EQUITY, 1_200_000))) == ["surplus"]


@pytest.mark.parametrize(
    ("euros", "expected"),
    [(0, ["equity"]), (199_999, ["equity"]), (200_000, ["equity-low"]), (299_999, ["equity-low"]), (300_000, [])],
)
def test_money_of_ones_own_against_what_is_usual(euros, expected):
    own = source(Instrument.SHARES, euros)

    assert keys(sheet(own, source(Instrument.BANK_LOAN, 1_000_000 - euros))) == expected


def test_a_missing_reserve_is_named():
    costs = (Cost(Use.BUILDING, 100_000_000), Cost(Use.RESERVE, 0))

    assert keys(sheet(source(Instrument.EQUITY, 1_000_000), costs=costs)) == ["reserve"]


@pytest.mark.parametrize(
    ("euros", "terms", "expected"),
    [
        (500_000, Terms("P", quota=50), []),
        (500_001, Terms("P", quota=50), ["over-quota"]),
        (600_000, Terms("P", quota=50, special=80, special_for="Quartier"), ["special-quota"]),
        (700_000, Terms("P", quota=50, special=60, special_for="Quartier"), ["over-quota"]),
        (200_001, Terms("P", quota=50, most=20_000_000), ["over-amount"]),
        (200_000, Terms("P", quota=50, most=20_000_000), []),
        (100_000, Terms("P", ends_on=date(2025, 12, 31)), ["programme-ended"]),
        (100_000, Terms("P"), []),
    ],
)
def test_a_programme_against_its_version(euros, terms, expected):
    assert keys(whole(source(Instrument.CARE_IN_OLD_AGE, euros, ASKED, terms))) == expected


def test_what_was_refused_breaks_no_quota():
    refused = source(Instrument.CARE_IN_OLD_AGE, 900_000, REFUSED, Terms("P", quota=50))

    assert keys(whole(refused)) == []


def test_public_money_together_over_the_quota_is_a_question_to_the_givers():
    terms = Terms("P", quota=50)
    care, rural = source(Instrument.CARE_IN_OLD_AGE, 400_000, ASKED, terms), source(Instrument.RURAL, 200_000)

    assert keys(whole(care, rural)) == ["public-sum"]
    assert keys(whole(source(Instrument.CARE_IN_OLD_AGE, 300_000, ASKED, terms), rural)) == []


def test_loans_of_friends_have_rules_of_their_own():
    assert keys(whole(source(Instrument.DIRECT_LOANS, 100_000))) == ["direct-loans"]


def test_a_sheet_without_costs_asks_for_them():
    assert keys(Sheet()) == []
    assert keys(sheet(source(Instrument.EQUITY, 1), costs=())) == ["no-costs"]


AMOUNTS = st.integers(min_value=0, max_value=10**11)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # machines are busy at times
@given(
    st.lists(
        st.builds(Source, st.sampled_from(Instrument.values), AMOUNTS, st.sampled_from(SourceStatus.values)), max_size=8
    ),
    st.lists(st.builds(Cost, st.sampled_from(Use.values), AMOUNTS), max_size=8),
)
def test_the_gap_closes_the_sheet_to_the_cent(sources, costs):
    found = Sheet(tuple(sources), tuple(costs))
    refused = sum(one.cents for one in sources if one.status == REFUSED)

    assert found.in_sight + found.gap == found.needed
    assert found.in_sight + refused == sum(one.cents for one in sources)
    assert all(str(remark) for remark in remarks(found, TODAY))
