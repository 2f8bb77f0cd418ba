"""F1: talks, sketches, filed, granted and sums, by programme, against a count of our own."""

import random
from datetime import date, timedelta

import pytest

from deele.accompaniment.models import Application
from deele.accompaniment.tests import factories, money
from deele.funding.tests import factories as funding
from deele.reporting.kinds import Ask, measures
from deele.reporting.queries import numbers

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
YEAR = Ask(date(2026, 1, 1), date(2026, 12, 31))
KEYS = ("F1a", "F1b", "F1c", "F1d", "F1e")
DAYS = {"F1a": "talk_on", "F1b": "advised_on", "F1c": "filed_on", "F1d": "decided_on", "F1e": "decided_on"}


def inside(day):
    return day is not None and YEAR.since <= day <= YEAR.until


def counted(rows, key):
    """The same figure, counted by hand."""
    found = [row for row in rows if inside(getattr(row, DAYS[key]))]
    if key in ("F1d", "F1e"):
        found = [row for row in found if row.state in ("bewilligt", "mittelabruf")]
    return sum(row.granted_cents for row in found) if key == "F1e" else len(found)


@pytest.fixture
def world():
    """Forty applications of two areas of work and three programmes, with days in two years."""
    dice = random.Random(7)
    plans = [factories.plan(f"Plan {key}", area=factories.area(key)) for key in ("wohnen", "pflege")]
    versions = [funding.version(funding.programme(f"Programm {number}")) for number in range(3)]
    for _number in range(40):
        one = money.application(dice.choice(plans), version=dice.choice(versions))
        days = {name: dice.choice([None, date(2025, 7, 1) + timedelta(days=dice.randrange(500))])
                for name in set(DAYS.values())}  # fmt: skip
        state = dice.choice(["idee", "antrag", "abgelehnt", "bewilligt", "mittelabruf", "widerrufen"])
        Application.objects.filter(pk=one.pk).update(**days, state=state, granted_cents=dice.randrange(1, 10**7))
    return list(Application.objects.select_related("plan"))


@pytest.mark.parametrize("key", KEYS)
def test_the_measure_is_what_one_counts_by_hand(world, key):
    assert numbers.total(measures.get(key), YEAR) == counted(world, key)


@pytest.mark.parametrize("key", KEYS)
def test_every_split_adds_up_to_the_total(world, key):
    measure = measures.get(key)
    whole = numbers.keys(measure, YEAR)

    for split in measure.splits:
        table = numbers.table(measure, YEAR, split)
        union = set().union(*(numbers.keys(measure, YEAR, split, group.key) for group in table.groups))
        assert union == whole
        assert sum(group.number for group in table.groups) == table.total


@pytest.mark.parametrize("key", KEYS)
def test_only_the_area_asked_for_is_counted(world, key):
    area = factories.area("pflege")
    mine = [row for row in world if row.plan.area_id == area.pk]

    assert numbers.total(measures.get(key), Ask(YEAR.since, YEAR.until, frozenset({area.pk}))) == counted(mine, key)


def test_programmes_stand_there_by_their_names(world):
    measure = measures.get("F1c")

    labels = {str(group.label) for group in numbers.table(measure, YEAR, measure.split("programm")).groups}

    assert labels <= {"Programm 0", "Programm 1", "Programm 2"}
    assert labels


def test_the_list_behind_a_number_names_no_person(world):
    measure = measures.get("F1d")
    row = measure.rows(YEAR).select_related(*measure.related).first()

    cells = [str(column.cell(row)) for column in measure.columns]
    assert cells[0].startswith("Programm")
    assert row.plan.title not in cells
    assert measure.way(row) == row.desk_url()
