"""Every registered measure, in random worlds: nothing is counted twice, and nothing is missing from a split."""

import random
from datetime import date

import pytest

from deele.advice.tests import random_world as advice
from deele.directory.tests.factories import place
from deele.library.tests import publication_world as publications
from deele.notices.tests import random_world as notices
from deele.office.models import Area, Carrier
from deele.places.models import Place
from deele.reporting import queries
from deele.reporting.kinds import Ask, measures
from tests.figures import alliance_world as alliance

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
# Apps that bring random rows of their own: `fill(rng, areas, places, since, until)`.
WORLDS = (advice, notices, publications, alliance)
SINCE, UNTIL = date(2026, 1, 1), date(2026, 6, 30)
TOWNS = (("03361007", "Kirchlinteln", 40), ("03361012", "Verden", 400), ("03241001", "Hannover", None))


@pytest.fixture(params=range(6))
def ask(request):
    """A world of this seed, and a question to it."""
    rng = random.Random(request.param)
    carrier = Carrier.objects.create(name="Träger Muster e. V.")
    areas = [Area.objects.create(key=key, name=key.title(), carrier=carrier) for key in ("wohnen", "pflege")]
    places = [place(key, name) for key, name, _density in TOWNS]
    for key, _name, density in TOWNS:
        Place.objects.filter(key=key).update(population=density and density * 10, area_km2=10)
    for world in WORLDS:
        world.fill(rng, areas, places, SINCE, UNTIL)
    return Ask(SINCE, UNTIL, rng.choice([None, frozenset({areas[0].pk})]))


def test_the_total_is_the_union_of_the_groups_of_every_split(ask):
    for measure in measures:
        whole = queries.keys(measure, ask)
        for split in measure.splits:
            table = queries.table(measure, ask, split)
            parts = [queries.keys(measure, ask, split, group.key) for group in table.groups]

            assert set().union(*parts) == whole, f"{measure.key} by {split.key}"
            assert [table.sizes[group.key] for group in table.groups] == [len(part) for part in parts]
            if not measure.overlaps(split):
                assert sum(len(part) for part in parts) == len(whole), f"{measure.key} by {split.key}"


def test_the_total_of_a_table_is_the_number_of_the_first_page(ask):
    for measure in measures:
        number = queries.total(measure, ask)
        for split in measure.splits:
            assert queries.table(measure, ask, split).total == number


def test_months_side_by_side_add_up_to_the_period_where_rows_are_counted(ask):
    months = [
        Ask(date(2026, number, 1), date(2026, number, 28 if number == 2 else 30), ask.areas) for number in range(1, 7)
    ]
    last = [Ask(date(2026, number, 31), date(2026, number, 31), ask.areas) for number in (1, 3, 5)]
    for measure in measures:
        if measure.of == "pk" and measure.part is None and not measure.is_stock:
            parts = sum(queries.total(measure, one) or 0 for one in [*months, *last])
            assert parts == pytest.approx(queries.total(measure, ask) or 0), measure.key


def test_the_alliance_has_rows_for_all_its_measures_in_some_world():
    """A law over nothing proves nothing: every measure of these rooms counts something in one of the worlds above."""
    carrier = Carrier.objects.create(name="Träger Muster e. V.")
    areas = [Area.objects.create(key=key, name=key.title(), carrier=carrier) for key in ("wohnen", "pflege")]
    places = [place(key, name) for key, name, _density in TOWNS]
    alliance.fill(random.Random(4), areas, places, SINCE, UNTIL)
    ask = Ask(SINCE, UNTIL, None)

    wanted = [measure for measure in measures if measure.key[0] in "ASL" or measure.key.startswith("N5")]
    assert {measure.key for measure in wanted if not queries.total(measure, ask)} == set()
