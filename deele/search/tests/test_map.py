"""The map shows what the list counts."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deele.core.geo import Box, distance_km, z_order
from deele.search import actions, queries
from deele.search.kinds import Query
from deele.search.queries import versions
from deele.search.queries.memory import bitmap, members, span
from deele.search.rules import cells
from deele.search.tests.factories import SOURCE, document

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def index():
    """600 documents in order, 60 in the tail, some moved or gone."""
    chance = random.Random(1)

    def scattered(numbers):
        for number in numbers:
            at = {"lat": chance.uniform(51.5, 53.5), "lon": chance.uniform(7.0, 11.0)}
            yield document(f"Haus {number}", ref=str(number), facets={"odd": [str(number % 2)]}, **at)

    actions.rebuild(SOURCE, scattered(range(600)))
    actions.index_many(scattered(range(570, 660)))
    for number in range(0, 600, 100):
        actions.forget(SOURCE, str(number))


BOX = Box(8.0, 52.0, 10.0, 53.0)


def memory():
    return versions.memory_of(versions.states()[SOURCE])


def test_areas_hold_exactly_what_lies_inside(index):
    known = memory()
    living = members(known.alive)

    for lat, lon, radius in [(52.5, 9.0, 30.0), (51.5, 7.0, 80.0), (53.0, 10.5, 3.0)]:
        circle = members(known.inside(cells.CircleArea(lat, lon, radius)) & known.alive)
        assert circle == [s for s in living if distance_km(lat, lon, known.lat[s], known.lon[s]) <= radius]
    box = members(known.inside(cells.BoxArea(BOX)) & known.alive)
    assert box == [s for s in living if 8.0 <= known.lon[s] <= 10.0 and 52.0 <= known.lat[s] <= 53.0]


@pytest.mark.parametrize("zoom", [3, 6, 8, 11, 22])
@pytest.mark.parametrize("facets", [{}, {"odd": ["1"]}])
def test_clusters_count_what_the_list_counts(index, zoom, facets):
    query = Query(SOURCE, box=BOX, facets=facets)
    found = queries.cluster(query, zoom)
    counted = sum(feature["properties"].get("count", 1) for feature in found.features)

    assert found.total == counted == queries.search(query).total
    assert len(found.features) <= 300


def test_few_documents_are_shown_one_by_one(index):
    small = Box(8.0, 52.0, 8.4, 52.3)
    found = queries.cluster(Query(SOURCE, box=small), 5)

    assert found.total == len(found.features) > 0
    assert all("title" in feature["properties"] for feature in found.features)


def test_features_are_finished_geojson_spread_over_the_box(index):
    whole = json.loads(queries.features(Query(SOURCE, box=BOX)))
    some = json.loads(queries.features(Query(SOURCE, box=BOX), limit=20))

    assert whole["numberMatched"] == whole["numberReturned"] == len(whole["features"])
    assert some["numberMatched"] == whole["numberMatched"]
    assert 0 < some["numberReturned"] <= 20
    assert whole["features"][0]["geometry"]["type"] == "Point"


@given(st.sets(st.integers(0, 2000)), st.integers(0, 2000), st.integers(0, 2000))
def test_sets_of_slots_keep_their_members(slots, start, end):
    found = bitmap(slots, 2001)

    assert members(found) == sorted(slots)
    assert members(found & span(start, end)) == sorted(slot for slot in slots if start <= slot < end)


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_cells_number_positions_as_the_core_does(lat, lon):
    assert cells.interleave(cells.column(lon), cells.row(lat)) == z_order(lat, lon)
