"""Loading: all or nothing, twice is once, newer registers keep old keys."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from deele.audit.models import Entry
from deele.places import actions
from deele.places.models import Edition, IndicatorValue, Load, Place, PlaceName, Postcode, Shape
from deele.places.readers import folder, starter
from deele.places.readers.rows import RegisterRow, ShapeRow, ValueRow
from deele.places.tests import factories

pytestmark = pytest.mark.django_db


def everything():
    """Every row of every table, with its instants."""
    tables = (Place, PlaceName, Postcode, Shape, IndicatorValue, Load, Edition)
    return {model: sorted(map(str, model.objects.values_list())) for model in tables}


@pytest.mark.postgres
def test_load_makes_the_tree(tmp_path):
    loaded = factories.load(tmp_path)

    village = Place.objects.get(key="90001002")
    assert loaded.changed == {"places": 7, "names": 9, "postcodes": 3, "boundaries": 0, "figures": 0}
    assert [place.key for place in (village.parent, village.parent.parent)] == ["900015401", "90001"]
    assert (village.population, village.population_on, village.as_of) == (500, date(2028, 12, 31), factories.FIRST)
    assert loaded.load.counts["population"] == 10500
    assert Entry.objects.get().event == "places.loaded"


@pytest.mark.postgres
def test_load_twice_changes_nothing(tmp_path):
    reference = folder.read(factories.write_register(tmp_path))
    reference.values = [ValueRow("mean_age", "90001", 2022, 44.5)]
    reference.shapes = {"90001": ShapeRow("district", {"type": "Polygon", "coordinates": [[[9, 52], [10, 52]]]}, "BKG")}
    actions.load_reference(reference=reference)
    before = everything()

    again = actions.load_reference(reference=reference)

    assert (again.total, again.load) == (0, None)
    assert everything() == before


def test_load_refuses_what_does_not_add_up_and_changes_nothing(tmp_path):
    factories.load(tmp_path)
    before = everything()
    reference = folder.read(factories.write_register(tmp_path, factories.rows(town=None), factories.SECOND))

    with pytest.raises(
        actions.Implausible, match="drop-population: found 1500, expected at least 9975 of 10500"
    ) as caught:
        actions.load_reference(reference=reference)

    assert caught.value.doubts[0].code == "drop-population"
    assert everything() == before


def test_load_of_a_broken_table_leaves_everything(tmp_path):
    factories.load(tmp_path)
    before = everything()
    reference = folder.read(factories.write_register(tmp_path, factories.rows(), factories.SECOND))
    reference.values = [ValueRow("no_such_figure", "90001", 2022, 1.0)]

    with pytest.raises(KeyError):
        actions.load_reference(reference=reference)

    assert everything() == before


@pytest.mark.postgres
def test_newer_register_ends_a_merged_village_and_names_its_successor(tmp_path):
    factories.load(tmp_path)
    known = Place.objects.get(key="90001002")
    hamlet = actions.learn_locality(municipality=known, name="Hinterau", source="an entry")
    merged = RegisterRow("municipality", "90001001", "Oberau", "", "64", "900015401", 1510, 1600, "99001")

    factories.load(tmp_path, factories.rows(oberau=merged, unterau=None), factories.SECOND)

    ended, hamlet = Place.objects.get(key="90001002"), Place.objects.get(pk=hamlet.pk)
    assert (ended.pk, ended.valid_until) == (known.pk, date(2030, 6, 29))
    assert ended.successor.key == "90001001"
    assert (hamlet.key, hamlet.parent.key, hamlet.municipality_key) == ("90001002-hinterau", "90001001", "90001001")


def test_newer_register_follows_a_village_to_its_new_district(tmp_path):
    factories.load(tmp_path)
    moved = {
        "district": RegisterRow("district", "90002", "Neumuster", "", "44"),
        "association": RegisterRow("association", "900025401", "Auetal", "", "52"),
        "oberau": RegisterRow("municipality", "90002001", "Oberau", "", "64", "900025401", 1000, 1000),
        "unterau": RegisterRow("municipality", "90002002", "Unterau", "", "64", "900025401", 500, 600),
        "town": RegisterRow("municipality", "90002003", "Musterstadt, Stadt", "", "63", "900020003", 9000, 4000),
        "forest": RegisterRow("municipality", "90002501", "Wald", "", "66", "900029501", 0, 900),
    }

    factories.load(tmp_path, factories.rows(**moved), factories.SECOND)

    heirs = dict(Place.objects.exclude(valid_until=None).values_list("key", "successor__key"))
    assert heirs == {
        "90001": "90002", "900015401": "900025401", "90001001": "90002001", "90001002": "90002002",
        "90001003": "90002003", "90001501": "90002501",
    }  # fmt: skip
    assert Place.objects.get(key="90002001").valid_from == factories.SECOND


def test_newer_register_never_guesses_between_two_successors(tmp_path):
    factories.load(tmp_path)
    grown = {
        "oberau": RegisterRow("municipality", "90001001", "Oberau", "", "64", "900015401", 1300, 1600),
        "town": RegisterRow("municipality", "90001003", "Musterstadt, Stadt", "", "63", "900010003", 9200, 4600),
    }

    factories.load(tmp_path, factories.rows(unterau=None, **grown), factories.SECOND)

    ended = Place.objects.get(key="90001002")
    assert (ended.is_ended, ended.successor) == (True, None)


def test_newer_register_keeps_a_former_name(tmp_path):
    factories.load(tmp_path)
    renamed = RegisterRow("municipality", "90001003", "Bad Musterstadt, Stadt", "", "63", "900010003", 9000, 4000)

    factories.load(tmp_path, factories.rows(town=renamed), factories.SECOND)

    names = PlaceName.objects.filter(place__key="90001003").order_by("kind", "name").values_list("name", "kind")
    assert list(names) == [("Bad Musterstadt", "official"), ("Musterstadt", "old")]


def test_starter_holds_what_the_first_entries_need():
    factories.load_starter()

    counts = Load.objects.get().counts
    assert {level: counts[level] for level in ("state", "region", "district")} == {
        "state": 1,
        "region": 4,
        "district": 45,
    }
    assert Place.objects.get(key="03").population == 8_004_489
    assert Place.objects.filter(level="municipality").count() == 66


def test_starter_adds_nothing_to_the_full_data(tmp_path):
    factories.load(tmp_path)

    loaded = actions.load_reference(reference=starter.read())

    assert loaded.total == 0
    assert not Place.objects.filter(key="03").exists()


def test_command_loads_a_folder_and_prints_its_sums(tmp_path, capsys):
    out = StringIO()

    call_command("load_reference", str(factories.write_register(tmp_path)), stdout=out)

    assert (
        "1 districts, 1 associations, 3 municipalities, 1 unincorporated areas, 0 localities, 10500" in out.getvalue()
    )
    assert "11/11 figure rows" in capsys.readouterr().err


def test_command_without_a_folder_says_that_it_works_with_the_starter(settings):
    settings.DEELE_REFERENCE, out = None, StringIO()

    call_command("load_reference", stdout=out)

    assert "Deele works with its starter" in out.getvalue()
    assert Load.objects.get().origin == "starter"


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_command_names_what_is_wrong_with_a_folder(tmp_path, name):
    (tmp_path / "empty").mkdir()

    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("load_reference", str(tmp_path / name))
