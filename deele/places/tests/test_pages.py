"""The pages of places."""

import json

import pytest
from django.utils import timezone

from deele.places.models import Place, Shape
from deele.places.queries import page
from deele.places.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def starter():
    factories.load_starter()


def address(key):
    return Place.objects.get(key=key).get_absolute_url()


@pytest.mark.parametrize(
    ("key", "lead"),
    [
        ("03", "Bundesland, 8.004.489"),
        ("033", "Amtsbezirk für regionale Landesentwicklung in Niedersachsen, 1.721.892"),
        ("03361", "Landkreis in Niedersachsen, 138.626"),
        ("034595404", "Samtgemeinde im Landkreis Osnabrück, 10.101"),
        ("03361012", "Stadt im Landkreis Verden, 27.121"),
        ("03403000", "Kreisfreie Stadt in der Region Weser-Ems, 176.614"),
        ("03241001", "Landeshauptstadt in der Region Hannover, 522.131"),
        ("03361005-otersen", "Ortsteil von Kirchlinteln im Landkreis Verden"),
    ],
)
def test_page_says_first_what_the_place_is(client, starter, key, lead):
    answer = client.get(address(key))

    assert answer.context["shown"].lead.startswith(lead)
    assert lead in answer.content.decode()


def test_page_leads_up_down_and_around(client, starter):
    shown = client.get(address("03361012")).context["shown"]

    assert [step["label"] for step in shown.trail][1:] == [
        "Niedersachsen", "Region Lüneburg", "Landkreis Verden", "Verden (Aller)",
    ]  # fmt: skip
    assert [child["label"] for child in shown.children] == ["Neumühlen", "Verden-Ost"]
    assert [near["label"] for near in shown.neighbours] == ["Kirchlinteln", "Dörverden", "Rotenburg (Wümme)"]


@pytest.mark.parametrize("written", ["/orte/falsch-03361012/", "/orte/03361012/"])
def test_page_under_another_name_leads_to_the_right_address(client, starter, written):
    answer = client.get(written)

    assert (answer.status_code, answer["Location"]) == (301, "/orte/verden-aller-03361012/")


@pytest.mark.parametrize("written", ["/orte/nirgends-99999999/", "/orte/nirgends/", "/orte/x-03361005-nirgends/"])
def test_page_of_an_unknown_place_is_not_found(client, starter, written):
    assert client.get(written).status_code == 404


def test_page_of_a_forest_nobody_lives_in_is_not_found(client):
    factories.place("03151501", "Giebel", is_uninhabited=True)

    assert client.get("/orte/giebel-03151501/").status_code == 404


def test_page_of_an_ended_place_leads_to_its_successor(client, starter):
    heir = Place.objects.get(key="03361012")
    factories.place("03361099", "Altdorf", parent=heir.parent, valid_until=timezone.localdate(), successor=heir)

    answer = client.get("/orte/altdorf-03361099/")

    assert answer.context["sections"] == []
    assert f'<a href="{heir.get_absolute_url()}">' in answer.content.decode()


def test_page_shows_many_children_in_parts(client, starter):
    parent = Place.objects.get(key="03361005")
    for number in range(70):
        factories.place(f"03361005-dorf-{number}", f"Dorf {number:02}", "locality", parent=parent)

    shown = client.get(f"{address('03361005')}?seite=2").context["shown"]

    assert (len(shown.children), shown.last_child_page) == (11, 2)


@pytest.mark.parametrize("key", ["03361", "03361005", "03361005-otersen"])
def test_page_takes_at_most_five_queries_after_its_door(starter, django_assert_max_num_queries, key):
    place = Place.objects.get(key=key)

    with django_assert_max_num_queries(5):
        page.page_of(place, timezone.localdate())


def test_search_leads_to_the_only_answer(client, starter):
    answer = client.get("/orte/", {"q": "31134"})

    assert (answer.status_code, answer["Location"]) == (302, address("03254021"))


def test_search_offers_namesakes(client, starter):
    answer = client.get("/orte/", {"q": "Verden"})

    assert [match.place.key for match in answer.context["matches"]][:2] == ["03361012", "03361"]


def test_search_without_an_answer_says_what_to_do(client, starter):
    assert 'class="empty"' in client.get("/orte/", {"q": "qqqqqqqq"}).content.decode()


def test_suggestions_tell_namesakes_apart(client, starter):
    first = client.get("/orte/vorschlaege", {"q": "neuenkirchen osnabrück"}).json()[0]

    assert (first["key"], first["district"], first["region"]) == ("03459027", "Landkreis Osnabrück", "Region Weser-Ems")
    assert first["url"] == "/orte/neuenkirchen-03459027/"


def test_boundaries_are_cached_until_the_next_load(client, starter):
    ring = [[9.0, 52.0], [10.0, 52.0], [10.0, 52.2], [9.0, 52.0]]
    geojson = json.dumps({"type": "Polygon", "coordinates": [ring]})
    Shape.objects.create(place=Place.objects.get(key="03361"), level="district", geojson=geojson)

    one = client.get("/orte/03361/umriss.json")
    all_of_them = client.get("/orte/grenzen/district/03.json")

    assert one.json()["geometry"]["coordinates"] == [ring]
    assert [feature["id"] for feature in all_of_them.json()["features"]] == ["03361"]
    assert client.get("/orte/03361/umriss.json", headers={"If-None-Match": one["ETag"]}).status_code == 304


@pytest.mark.parametrize(
    "written", ["/orte/03361/umriss.json", "/orte/grenzen/district/99.json", "/orte/grenzen/planet/03.json"]
)
def test_boundaries_nobody_has_are_not_found(client, starter, written):
    assert client.get(written).status_code == 404
