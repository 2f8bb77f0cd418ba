"""What a query may leave out, and several queries at once."""

import pytest

from deele.search import actions, queries
from deele.search.kinds import Query
from deele.search.queries import texts
from deele.search.rules.expressions import AllOf, AnyOf, Words, at_most
from deele.search.tests.factories import SOURCE, TOWNS, document, town_documents

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def index():
    actions.index_many(town_documents())


def test_outside_leaves_out_a_place_and_all_below(index):
    inside = queries.search(Query(SOURCE, place_key="03001"))
    outside = queries.search(Query(SOURCE, outside="03001", limit=200))

    assert inside.total + outside.total == queries.search(Query(SOURCE)).total
    assert not {hit.ref for hit in inside.hits} & {hit.ref for hit in outside.hits}


def test_what_is_not_wanted_is_not_counted_or_offered(index):
    found = queries.search(
        Query(SOURCE, "Gartenhof", facets={"kind": ["x"]}, facets_wanted=False, nearest_wanted=False)
    )

    assert (found.facets, found.nearest, found.relaxed) == ({}, [], ())


def test_several_queries_get_the_answers_of_single_ones(index):
    asked = [Query(SOURCE, "Lindenhaus"), Query("unknown"), Query(SOURCE, lat=52.0, lon=8.0, radius_km=20.0)]

    assert queries.search_all(asked) == [queries.search(query) for query in asked]


def test_nearest_of_many_are_the_same_as_when_all_are_measured(index):
    near = Query(SOURCE, lat=52.07, lon=8.4, radius_km=60.0)
    few = queries.search(Query(**{**near_values(near), "limit": 10}))
    many = queries.search(Query(**{**near_values(near), "limit": 200}))

    assert [hit.ref for hit in few.hits] == [hit.ref for hit in many.hits][:10]


def near_values(query: Query) -> dict:
    """The point and radius of a query."""
    return {"source": query.source, "lat": query.lat, "lon": query.lon, "radius_km": query.radius_km}


@pytest.mark.parametrize("text", ["Lindenhaus", "Angebot", f"Dorfladen {TOWNS[3]}"])
def test_order_does_not_depend_on_how_scores_are_asked_for(index, monkeypatch, text):
    at_once = [hit.ref for hit in queries.search(Query(SOURCE, text, limit=200)).hits]
    actions.index(document("Etwas anderes", ref="zzz"))
    monkeypatch.setattr(texts, "FEW", -1)

    assert [hit.ref for hit in queries.search(Query(SOURCE, text, limit=200)).hits] == at_once


def test_estimate_is_never_below_what_can_fit():
    counts = {"a": 3, "b": 10}

    found = [
        at_most(expression, lambda stem: counts.get(stem, 0))
        for expression in (
            Words(("a",)),
            AllOf((Words(("a",)), Words(("b",)))),
            AnyOf((Words(("a",)), Words(("b",)))),
            Words(("b", "a")),
            Words(("a",), open_end=True),
        )
    ]

    assert found == [3, 3, 13, 3, float("inf")]
