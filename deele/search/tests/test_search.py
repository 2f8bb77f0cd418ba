"""Asking: filters, facets, distance, pages, what comes nearest, and what nobody should type."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deele.core.geo import Box, distance_km
from deele.search import actions, queries
from deele.search.kinds import Query
from deele.search.tests.factories import NAMES, SOURCE, TOWNS, document, town_documents

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
ONCE = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MIDDLE = {"lat": 52.05, "lon": 8.6}


@pytest.fixture
def index():
    actions.rebuild(SOURCE, town_documents())


def ask(text: str = "", **filters):
    return queries.search(Query(SOURCE, text, **filters))


def test_search_of_nothing_gives_everything_freshest_first(index):
    result = ask(limit=10)

    assert result.total == 200
    assert {hit.ref.split("-")[0] for hit in result.hits} == {NAMES[-1]}
    assert result.next == "10"


def test_search_pages_through_everything_once(index):
    seen, cursor = [], ""
    while cursor is not None:
        result = ask("Angebot", cursor=cursor, limit=30)
        seen += [hit.ref for hit in result.hits]
        cursor = result.next

    assert len(seen) == len(set(seen)) == 200


def test_search_filters_by_facet_place_and_text(index):
    result = ask("Grünau", facets={"seeking": ["ja"]}, place_key="03005")

    assert result.total == len(NAMES[::3])
    assert ask("Grünau", place_key="03001").total == 0


def test_facet_counts_show_what_another_choice_would_bring(index):
    result = ask("Grünau", facets={"kind": ["dorfladen"]})

    assert result.total == 1
    assert len(result.facets["kind"]) == len(NAMES)
    assert result.facets["seeking"] == [("ja", 1)]


def test_facet_counts_agree_with_the_totals_they_promise(index):
    for value, count in ask("Wohn").facets["kind"]:
        assert ask("Wohn", facets={"kind": [value]}).total == count


@pytest.mark.parametrize(
    "filters",
    [{"facets": {"kind": ["unbekannt"]}}, {"facets": {"nie": ["da"]}}, {"place_key": "99"}, {"box": Box(1, 1, 0, 0)}],
)
def test_search_of_unknown_values_finds_nothing(index, filters):
    assert ask(**filters).total == 0


def test_search_of_an_unknown_source_finds_nothing():
    assert queries.search(Query("unknown", "Haus")).total == 0
    assert queries.cluster(Query("unknown"), 5).features == []
    assert queries.features(Query("unknown")) == (
        '{"type":"FeatureCollection","numberMatched":0,"numberReturned":0,"features":[]}'
    )


@pytest.mark.parametrize(
    "text",
    ["x" * 5000, "haus " * 500, "\" OR * NEAR( ' ) -- ; :* & | ! <->", "\x00\n\t", "🏡 ßßß", "-", "AND", "12e5 1.2.3"],
)
def test_search_takes_whatever_is_typed(index, text):
    assert ask(text).total >= 0
    assert ask(text, typing=True, **MIDDLE, radius_km=50).total >= 0


@pytest.mark.parametrize(
    "filters",
    [
        {"lat": float("nan"), "lon": 8.0, "radius_km": 5.0},
        {"lat": 52.0, "radius_km": 5.0},
        {"lat": 999.0, "lon": 8.0, "radius_km": -1.0},
        {"box": Box(float("inf"), 0, 1, 1)},
        {"cursor": "²"},
        {"cursor": "-1", "limit": -5},
        {"limit": 10**9, "offset": 10**12},
    ],
)
def test_search_takes_numbers_that_are_none(index, filters):
    assert ask(**filters).total >= 0


def test_search_near_a_point_gives_the_nearest_first(index):
    result = ask("Wohnprojekt", **MIDDLE, radius_km=40)
    distances = [hit.distance_km for hit in result.hits]

    assert distances == sorted(distances)
    assert result.total == sum(
        distance_km(52.05, 8.6, 52.0 + NAMES.index("Wohnprojekt") * 0.01, 8.0 + east * 0.15) <= 40
        for east in range(len(TOWNS))
    )


def test_search_without_radius_puts_documents_without_position_last(index):
    actions.index(document("Wohnprojekt im Netz", ref="nowhere"))

    result = ask("Wohnprojekt", **MIDDLE)

    assert result.total == 11
    assert (result.hits[-1].ref, result.hits[-1].distance_km) == ("nowhere", None)


def test_search_without_hits_offers_the_nearest(index):
    far = ask("Wohnprojekt", lat=48.0, lon=11.0, radius_km=10)
    elsewhere = ask("Wohnprojekt", place_key="99")
    other_kind = ask("Wohnprojekt Grünau", facets={"kind": ["dorfladen"]})
    half = ask("Wohnprojekt Löwenstedt Grünau")

    assert (far.total, far.relaxed, len(far.nearest)) == (0, ("radius",), 5)
    assert far.nearest[0].distance_km == min(hit.distance_km for hit in far.nearest)
    assert elsewhere.relaxed == ("place",)
    assert [hit.ref for hit in other_kind.nearest] == ["Wohnprojekt-Grünau"]
    assert half.relaxed == ("words",)
    assert {hit.ref for hit in half.nearest[:2]} == {"Wohnprojekt-Löwenstedt", "Wohnprojekt-Grünau"}


def test_search_sorts_by_title(index):
    titles = [hit.data["title"] for hit in ask("Grünau", sort="title").hits]

    assert titles[:2] == ["Baugemeinschaft Grünau", "Bürgerbus Grünau"]


def test_count_in_counts_places_of_all_levels(index):
    assert queries.count_in(SOURCE, ["03", "03002", "99"]) == {"03": 200, "03002": 20, "99": 0}
    assert queries.count_in(SOURCE, ["03002"], {"kind": ["dorfladen"]}) == {"03002": 1}


words = st.sampled_from([*NAMES, *TOWNS, "Wohn", "Hilfe", "Angebot", "Menschen"])
kinds = st.sampled_from([name.lower() for name in NAMES])


@ONCE
@given(text=st.lists(words, max_size=2), kind=kinds, town=st.integers(0, 9), radius=st.floats(0, 80))
def test_a_filter_never_adds_hits(index, text, kind, town, radius):
    base = {"text": " ".join(text), "facets": {"seeking": ["ja"]}}
    wide = ask(**base).total

    assert ask(base["text"], facets={"seeking": ["ja"], "kind": [kind]}).total <= wide
    assert ask(**base, place_key=f"03{town:03}").total <= wide
    assert ask(**base, **MIDDLE, radius_km=radius).total <= wide
    assert ask(**base, box=Box(8.0, 52.0, 8.0 + radius / 80, 52.2)).total <= wide


@ONCE
@given(text=words, blanks=st.integers(0, 3))
def test_case_umlauts_and_blanks_never_change_the_set(index, text, blanks):
    plain = {hit.ref for hit in ask(text, limit=200).hits}
    spelled = text.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")

    for variant in (text.upper(), text.lower(), " " * blanks + text + " " * blanks, spelled):
        assert {hit.ref for hit in ask(variant, limit=200).hits} == plain


@ONCE
@given(lat=st.floats(51.8, 52.4), lon=st.floats(7.8, 9.6))
def test_the_closer_of_two_equal_hits_comes_first(index, lat, lon):
    hits = ask("Dorfladen", lat=lat, lon=lon).hits
    distances = [hit.distance_km for hit in hits]

    assert len(hits) == 10
    assert distances == sorted(distances)
