"""Up, down, around, at a point; learning localities."""

import json

import pytest
from django.utils import timezone

from deele.core.errors import Refusal
from deele.places import actions, queries
from deele.places.models import Place, Shape
from deele.places.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def starter():
    factories.load_starter()


def test_ancestors_are_the_way_down(starter):
    otersen = queries.by_key("03361005-otersen")

    assert [place.key for place in queries.ancestors(otersen)] == ["03", "033", "03361", "03361005"]


def test_within_filters_everything_below(starter):
    verden = queries.by_key("03361")

    assert queries.within(verden, "place__") == {"place__district_key": "03361"}
    assert queries.by_key("03361005-otersen") in Place.objects.filter(**queries.within(verden))


def test_neighbours_are_near_and_of_the_same_level(starter):
    found = queries.neighbours(queries.by_key("03361012"), km=15)

    assert [place.name for place, _away in found] == ["Kirchlinteln", "Dörverden"]
    assert found[0][1] < found[1][1] < 15


def test_postcodes_of_a_locality_are_those_of_its_municipality(starter):
    assert queries.postcodes_of(queries.by_key("03361005-otersen")) == ["27308"]
    assert queries.postcodes_of(queries.by_key("03361")) == ["27283", "27308", "27313"]


def test_box_of_a_place_without_boundary_is_around_its_point(starter):
    box = queries.box_of(queries.by_key("03361012"))

    assert box.west < 9.23 < box.east
    assert box.south < 52.92 < box.north


def test_at_point_takes_the_boundary_before_the_nearer_middle():
    inside = factories.place("03361001", "Lang", lat=52.0, lon=9.9, west=9.0, south=52.0, east=10.0, north=52.2)
    factories.place("03361002", "Nah", lat=52.1, lon=9.1)
    ring = [[9.0, 52.0], [10.0, 52.0], [10.0, 52.2], [9.0, 52.2], [9.0, 52.0]]
    Shape.objects.create(
        place=inside, level="municipality", geojson=json.dumps({"type": "Polygon", "coordinates": [ring]})
    )

    assert queries.at_point(52.1, 9.1) == inside
    assert queries.at_point(52.1, 8.95).name == "Nah"
    assert queries.at_point(40.0, 3.0) is None


def test_learn_locality_makes_it_once(starter):
    municipality = queries.by_key("03361005")

    first = actions.learn_locality(municipality=municipality, name=" Neddener  Averbergen ", source="an entry")
    again = actions.learn_locality(municipality=municipality, name="Neddener Averbergen", source="another")

    assert first == again
    assert (first.key, first.parent, first.district_key) == ("03361005-neddener-averbergen", municipality, "03361")
    assert (first.lat, first.lon) == (municipality.lat, municipality.lon)


def test_learn_locality_named_like_its_municipality_is_the_municipality(starter):
    municipality = queries.by_key("03361012")

    assert actions.learn_locality(municipality=municipality, name="Verden", source="an entry") == municipality


@pytest.mark.parametrize("name", ["", " -- ", "x" * 81])
def test_learn_locality_refuses_what_is_no_name(starter, name):
    with pytest.raises(Refusal) as refused:
        actions.learn_locality(municipality=queries.by_key("03361012"), name=name, source="an entry")

    assert refused.value.code == "bad_name"


def test_learn_locality_refuses_a_district(starter):
    with pytest.raises(actions.UnknownMunicipality):
        actions.learn_locality(municipality=queries.by_key("03361"), name="Irgendwo", source="an entry")


def test_second_load_of_the_starter_keeps_learnt_localities(starter):
    learnt = actions.learn_locality(municipality=queries.by_key("03361005"), name="Hinterwalde", source="an entry")
    seen = timezone.now()

    factories.load_starter()

    learnt.refresh_from_db()
    assert learnt.updated_at < seen
    assert queries.find("Hinterwalde")[0].place == learnt
