"""Finding places by what people type."""

import pytest

from deele.office.models import Office
from deele.places import actions, queries
from deele.places.enums import Why
from deele.places.models import Place
from deele.places.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def starter():
    Office.objects.create(name="Büro", email="buero@example.org")
    factories.load_starter()


def names(text, **options):
    return [match.place.display_name for match in queries.find(text, **options)]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Verden", ["Verden (Aller)", "Landkreis Verden"]),
        ("31134", ["Hildesheim"]),
        ("Otersen", ["Otersen"]),
        ("Buchholz Nordheide", ["Buchholz in der Nordheide"]),
        ("Buchholz i.d.N.", ["Buchholz in der Nordheide"]),
        ("luechow", ["Lüchow (Wendland)", "Samtgemeinde Lüchow (Wendland)"]),
        ("Bad Muender", ["Bad Münder am Deister"]),
        ("Badmünder", ["Bad Münder am Deister"]),
        ("LK Verden", ["Landkreis Verden", "Verden (Aller)"]),
        ("21614 Buxtehude", ["Buxtehude"]),
        ("Neuenkirchen Osnabrück", ["Neuenkirchen", "Samtgemeinde Neuenkirchen"]),
        ("Neustadt a. Rbge.", ["Neustadt am Rübenberge"]),
        ("Hildeshiem", ["Hildesheim"]),
        ("Soltau-Fallingbostel", ["Heidekreis"]),
        ("Leine-Weser", ["Region Leine-Weser"]),
        ("Niedersachsen", ["Niedersachsen"]),
        ("Verden-Mitte", ["Verden (Aller)", "Landkreis Verden"]),
    ],
)
def test_find_gives_the_likeliest_first(starter, question, first):
    assert names(question)[: len(first)] == first


@pytest.mark.parametrize("question", ["", "   ", "!?", "qqqqqqqq", "12345678", "x" * 5000])
def test_find_gives_nothing_for_nonsense(starter, question):
    assert names(question) == []


def test_find_offers_all_places_of_one_name_with_their_district(starter):
    found = queries.find("Neuenkirhcen")

    assert {match.district for match in found if match.place.name == "Neuenkirchen"} == {
        "Landkreis Diepholz", "Landkreis Cuxhaven", "Heidekreis", "Landkreis Stade", "Landkreis Osnabrück",
    }  # fmt: skip
    assert found[0].why == Why.SIMILAR


def test_find_says_why_and_where(starter):
    match = queries.find("Otersen")[0]

    assert (match.why, match.municipality, match.district, match.region) == (
        Why.NAME, "Kirchlinteln", "Landkreis Verden", "Region Lüneburg",
    )  # fmt: skip


def test_find_keeps_a_name_with_the_wrong_postcode_but_says_so(starter):
    match = queries.find("21614 Hildesheim")[0]

    assert (match.place.name, match.why) == ("Hildesheim", Why.OTHER_POSTCODE)


def test_find_offers_every_municipality_of_a_postcode(starter):
    assert sorted(names("21368")) == ["Dahlem", "Dahlenburg"]


def test_find_prefers_the_namesake_nearby(starter):
    first = queries.find("Neuenkirchen", lat=52.42, lon=7.84)[0]

    assert first.district == "Landkreis Osnabrück"


def test_find_knows_a_learnt_locality_at_once(starter):
    assert names("Hinterwalde") == []

    actions.learn_locality(municipality=Place.objects.get(key="03361005"), name="Hinterwalde", source="an entry")

    assert names("Hinterwalde") == ["Hinterwalde"]


def test_find_leaves_out_ended_places(starter):
    Place.objects.filter(key="03361012").update(valid_until="2030-01-01")

    assert "Verden (Aller)" not in names("Verden Aller")


def test_find_works_on_an_empty_house():
    assert names("Verden") == []


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Neuenkirchen, Landkreis Osnabrück (03459027)", "03459027"),
        ("03361", "03361"),
        ("Landkreis Verden", "03361"),
        ("Verden (Aller)", "03361012"),
        ("31134", "03254021"),
        ("Neuenkirchen", None),
        ("Verden", None),
        ("Hildeshiem", None),
    ],
)
def test_exactly_takes_one_place_or_none(starter, words, key):
    found = queries.exactly(words)

    assert (found.key if found else None) == key


def test_find_takes_two_queries(starter, django_assert_num_queries):
    queries.find("Verden")

    with django_assert_num_queries(2):
        queries.find("Neuenkirchen")
