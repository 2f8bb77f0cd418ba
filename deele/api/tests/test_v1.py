"""Version 1 of the open interface: the shapes that partners build on."""

import pytest
from django.core.cache import cache

from deele.api.kinds import EntryList, EntryOut
from deele.directory.enums import State
from deele.directory.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
PLACE_FIELDS = ["key", "name", "level", "district", "region", "lat", "lon", "url"]
ENTRY_FIELDS = {"id", "title", "kind", "place_key", "lat", "lon", "verified_at", "updated_at", "url"}


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


def names(client, address: str) -> list[str]:
    return [item["title"] for item in client.get(address).json()["items"]]


def test_places_answer_in_order_with_stable_fields(client):
    from deele.places import actions  # noqa: PLC0415  the finder's index is renewed on purpose

    place = factories.place("03361007", "Kirchlinteln")
    actions.learn_locality(municipality=place, name="Otersen", source="Test")

    found = client.get("/api/v1/places?q=Otersen").json()

    assert [list(found[0]), found[0]["name"], found[0]["lat"]] == [PLACE_FIELDS, "Otersen", place.lat]


def test_one_place_by_key_and_404_in_words(client):
    factories.place("03361007", "Kirchlinteln")

    assert client.get("/api/v1/places/03361007").json()["name"] == "Kirchlinteln"
    assert list(client.get("/api/v1/places/99999999").json()) == ["detail"]


def test_entries_have_the_stable_fields(client):
    factories.entry(state=State.PUBLISHED)

    body = client.get("/api/v1/entries").json()

    assert (body["total"], body["next"], ENTRY_FIELDS - set(body["items"][0])) == (1, None, set())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=pflege_wg", ["Pflege-WG Muster"]),
        ("block=nachbarschaft", ["Dorftreff Muster"]),
        ("place=03361", ["Dorftreff Muster", "Pflege-WG Muster"]),
        ("place=03254", []),
        ("q=pflege", ["Pflege-WG Muster"]),
        ("lat=52.94&lon=9.32&radius_km=5", ["Dorftreff Muster", "Pflege-WG Muster"]),
        ("lat=49&lon=9.32&radius_km=5", []),
        ("kind=gibtesnicht", []),
        ("place=gibtesnicht", []),
    ],
)
def test_entries_are_narrowed(client, query, expected):
    factories.place("03254021", "Hildesheim")
    factories.entry("Dorftreff Muster", state=State.PUBLISHED)
    factories.entry("Pflege-WG Muster", state=State.PUBLISHED, kind="pflege_wg")

    assert sorted(names(client, f"/api/v1/entries?{query}")) == expected


def test_cursor_walks_through_everything_once(client):
    for number in range(5):
        factories.entry(f"Treff {number}", state=State.PUBLISHED)

    seen, cursor = [], ""
    while cursor is not None:
        body = client.get(f"/api/v1/entries?limit=2&cursor={cursor}").json()
        seen += [item["title"] for item in body["items"]]
        cursor = body["next"]

    assert sorted(seen) == [f"Treff {number}" for number in range(5)]


def test_unchanged_directory_answers_304(client):
    factories.entry(state=State.PUBLISHED)
    mark = client.get("/api/v1/entries")["ETag"]

    assert client.get("/api/v1/entries", headers={"If-None-Match": mark}).status_code == 304

    factories.entry("Neu", state=State.PUBLISHED)
    assert client.get("/api/v1/entries", headers={"If-None-Match": mark}).status_code == 200


def test_limit_counts_down_and_then_says_so(client, settings):
    settings.DEELE_API_PER_HOUR = 2

    answers = [client.get("/api/v1/entries") for _number in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert "Retry-After" in answers[2]


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=x", "lat=100&lon=5&radius_km=1", "radius_km=-1", "q=" + "x" * 300, "lat=nan&lon=nan"]
)
def test_bad_parameters_are_named(client, query):
    response = client.get(f"/api/v1/entries?{query}")

    assert (response.status_code, list(response.json())) == (400, ["detail"])


def test_geojson_of_a_box(client):
    factories.entry(state=State.PUBLISHED, lat=52.9, lon=9.3)

    body = client.get("/api/v1/entries.geojson?bbox=9,52,10,53").json()

    assert (body["type"], len(body["features"])) == ("FeatureCollection", 1)


def test_documents_open(client):
    assert client.get("/api/").status_code == 200
    assert set(client.get("/api/v1/openapi.json").json()["paths"]) == {
        "/api/v1/places",
        "/api/v1/places/{key}",
        "/api/v1/entries",
        "/api/v1/entries.geojson",
        "/api/v1/events",
        "/api/v1/events/{pk}",
    }


def test_entries_answer_in_the_declared_shape(client):
    factories.entry(state=State.PUBLISHED)

    body = client.get("/api/v1/entries").json()

    assert EntryList.model_validate(body).items[0].title == body["items"][0]["title"]
    assert set(body["items"][0]) == set(EntryOut.model_fields)
