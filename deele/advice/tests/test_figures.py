"""The measures of advice count what was logged, each contact once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from deele.advice.enums import Duration, Kind, Topic, Where
from deele.advice.models import Contact, Enquiry
from deele.advice.tests import factories
from deele.directory.tests.factories import place
from deele.office.enums import Audience
from deele.places.models import Place
from deele.reporting import queries
from deele.reporting.kinds import Ask, measures

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
YEAR = Ask(date(2026, 1, 1), date(2026, 12, 31))


def log(**fields):
    """A contact as it stands in the table."""
    fields = {
        "area": fields.pop("area", None) or factories.area(), "happened_on": date(2026, 5, 4), "where": Where.UNKNOWN,
        "code": "ABCDE", "audience": Audience.SEEKING, "topics": ["einstieg"], **fields,
    }  # fmt: skip
    if fields.get("place"):
        fields["where"] = Where.PLACE
    return Contact.objects.create(**fields)


def groups(key, split, ask=YEAR):
    measure = measures.get(key)
    table = queries.table(measure, ask, measure.split(split))
    return {group.key: group.number for group in table.groups}, table.total


def test_first_and_later_contacts_are_told_apart_and_talks_are_neither():
    area = factories.area()
    for kind in Kind:
        log(area=area, kind=kind)

    assert queries.total(measures.get("B1"), YEAR) == 1
    assert queries.total(measures.get("B2"), YEAR) == 3


def test_the_period_holds_its_first_and_its_last_day():
    for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)):
        log(happened_on=day)

    assert queries.total(measures.get("B1"), YEAR) == 2


def test_two_topics_of_one_contact_add_up_to_more_than_the_total_and_the_total_says_one():
    log(topics=[Topic.MONEY, Topic.LAW])

    assert groups("B1", "thema") == ({"geld": 1, "recht": 1}, 1)


def test_hours_are_the_middles_of_the_bands():
    for band in Duration:
        log(duration=band)

    assert queries.total(measures.get("B4"), YEAR) == pytest.approx(0.125 + 0.375 + 0.75 + 1.5 + 2.5)


def test_a_district_reached_twice_is_one_district():
    town = place("03361007", "Kirchlinteln")
    log(place=town)
    log(place=town, happened_on=date(2026, 6, 1))

    assert queries.total(measures.get("B7a"), YEAR) == 1
    assert groups("B7a", "monat") == ({date(2026, 5, 1): 1, date(2026, 6, 1): 1}, 1)


def test_a_thinly_settled_place_is_rural_and_a_place_without_figures_is_in_neither_share():
    rural, dense, bare = place("03361007", "Kirchlinteln"), place("03361012", "Verden"), place("03361013", "Ohne")
    Place.objects.filter(pk=rural.pk).update(population=1490, area_km2=10)
    Place.objects.filter(pk=dense.pk).update(population=1500, area_km2=10)
    for town in (rural, dense, bare):
        log(place=town)

    assert queries.total(measures.get("B7c"), YEAR) == 0.5
    assert groups("B1", "raumtyp")[0] == {"laendlich": 1, "staedtisch": 1, None: 1}


def test_only_the_area_asked_for_is_counted():
    ours, theirs = factories.area("wohnen"), factories.area("pflege")
    log(area=ours)
    log(area=theirs)

    assert queries.total(measures.get("B1"), Ask(YEAR.since, YEAR.until, frozenset({ours.pk}))) == 1


def test_the_share_of_nothing_is_no_number():
    assert queries.total(measures.get("B7c"), YEAR) is None


def test_a_split_asks_two_statements_and_its_labels(django_assert_max_num_queries):
    log(happened_on=date(2026, 5, 4) + timedelta(days=1))
    measure = measures.get("B1")

    for split in measure.splits:
        with django_assert_max_num_queries(3):
            queries.table(measure, YEAR, split)


def test_answers_within_two_and_five_working_days_are_shares_of_those_answered():
    now = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
    for number, days in enumerate((0, 2, 4, 9, None)):
        Enquiry.objects.create(
            area=factories.area(), topic="pflege", text="x", code=f"AAAA{number}", state_since=now, arrived_at=now,
            promised_on=now.date(), answer_days=days,
        )  # fmt: skip

    shares = [queries.total(measures.get(key), YEAR) for key in ("B5a", "B5b")]
    assert [share if isinstance(share, float) else share.number for share in shares] == [0.5, 0.75]
