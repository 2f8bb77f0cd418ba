"""Reading GV100AD and building the tree."""

import gzip
import zipfile
from datetime import date

import pytest

from deele.places.readers import gv100ad, register
from deele.places.readers.rows import BadFile, RegisterRow
from deele.places.rules import naming, plausible
from deele.places.tests import factories


def test_register_reads_every_record(tmp_path):
    path = factories.write_register(tmp_path) / "official" / "GV100AD_31032030.txt"

    found = gv100ad.read(path)

    assert found.on == factories.FIRST
    assert found.rows[4:6] == [
        RegisterRow("municipality", "90001002", "Unterau", "", "64", "900015401", 500, 600, "99001"),
        RegisterRow("municipality", "90001003", "Musterstadt, Stadt", "", "63", "900010003", 9000, 4000, "99002"),
    ]


@pytest.mark.parametrize("packed", ["gz", "zip"])
def test_register_reads_packed_files(tmp_path, packed):
    plain = factories.write_register(tmp_path) / "official" / "GV100AD_31032030.txt"
    path = tmp_path / f"GV100AD.txt.{packed}"
    if packed == "gz":
        path.write_bytes(gzip.compress(plain.read_bytes()))
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.write(plain, plain.name)

    assert gv100ad.read(path).rows == gv100ad.read(plain).rows


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("this is no register at all", "line 1"),
        ("", "one register date, found 0"),
        ("6020300331ABC", "line 1"),
    ],
)
def test_register_refuses_other_files_with_a_reason(tmp_path, content, reason):
    path = tmp_path / "GV100AD_x.txt"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(BadFile, match=reason):
        gv100ad.read(path)


def test_register_refuses_broken_text(tmp_path):
    path = tmp_path / "GV100AD_x.txt.gz"
    path.write_bytes(b"\x1f\x8bbroken")

    with pytest.raises(BadFile, match="cannot be read"):
        gv100ad.read(path)


def test_units_have_names_parents_and_sums():
    found = register.units(factories.register())

    assert [(unit.key, unit.parent, unit.display_name, unit.population) for unit in found.values()] == [
        ("90", "", "Musterland", 10500),
        ("90001", "90", "Landkreis Muster", 10500),
        ("900015401", "90001", "Samtgemeinde Auetal", 1500),
        ("90001001", "900015401", "Oberau", 1000),
        ("90001002", "900015401", "Unterau", 500),
        ("90001003", "90001", "Musterstadt", 9000),
        ("90001501", "90001", "Wald", 0),
    ]
    assert found["90001501"].is_uninhabited
    assert found["90001002"].association_key == "900015401"
    assert (found["90001003"].kind, found["90001003"].town_type) == ("Stadt", "Kleine Kleinstadt")


def test_units_correct_the_known_mistake_of_the_register_of_2026():
    village = RegisterRow("municipality", "16077043", "Schmölln, Stadt", "", "63", "160770043", 411, 655)
    found = register.units(factories.register(factories.rows(town=village), date(2026, 2, 28)))

    assert (found["16077043"].population, found["16077043"].area_km2) == (13953, 101.19)


@pytest.mark.parametrize(
    ("full", "name", "designation"),
    [
        ("Verden (Aller), Stadt", "Verden (Aller)", "Stadt"),
        ("Freising, GKSt", "Freising", "Große Kreisstadt"),
        ("Otterndorf", "Otterndorf", ""),
        ("Ueckermünde, Seebad , Stadt", "Ueckermünde", "Seebad , Stadt"),
    ],
)
def test_split_name(full, name, designation):
    assert naming.split_name(full) == (name, designation)


@pytest.mark.parametrize(
    ("name", "kind", "full"),
    [
        ("Verden", "Landkreis", "Landkreis Verden"),
        ("Region Hannover", "Landkreis", "Region Hannover"),
        ("Heidekreis", "Landkreis", "Heidekreis"),
        ("Rhein-Kreis Neuss", "Kreis", "Rhein-Kreis Neuss"),
        ("Emden", "Kreisfreie Stadt", "Stadt Emden"),
    ],
)
def test_district_names(name, kind, full):
    assert naming.district_names(name, kind)[1] == full


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Verden (Aller)", ["Verden"]),
        ("Buchholz in der Nordheide", ["Buchholz"]),
        ("Bad Münder am Deister", ["Bad Münder"]),
        ("Neustadt a.d.Donau", ["Neustadt"]),
        ("Celle", []),
    ],
)
def test_short_names(name, short):
    assert naming.short_names(name) == short


def test_register_of_2026_is_of_the_end_of_2024():
    assert register.population_day(date(2026, 2, 28)) == date(2024, 12, 31)
    assert register.population_day(date(2027, 12, 31)) == date(2026, 12, 31)


def test_doubts_none_for_a_sound_register():
    assert plausible.doubts(register.units(factories.register()), factories.FIRST) == []


def test_doubts_name_a_wrong_sum():
    units = register.units(factories.register())
    units["90001"].population = 10501

    assert [str(doubt) for doubt in plausible.doubts(units, factories.FIRST)] == [
        "level-sum: found 90001 Muster: 10501, expected 10500"
    ]


def test_doubts_name_what_the_official_totals_miss():
    codes = {doubt.code for doubt in plausible.doubts(register.units(factories.register()), date(2026, 2, 28))}

    assert codes == {
        "population-germany", "population-03", "lower-saxony-municipality", "lower-saxony-unincorporated",
        "lower-saxony-association", "lower-saxony-district", "lower-saxony-region",
    }  # fmt: skip


def test_doubts_name_a_drop_of_more_than_five_percent():
    units = register.units(factories.register())

    assert [doubt.code for doubt in plausible.doubts(units, factories.FIRST, {"population": 11_100})] == [
        "drop-population"
    ]
    assert plausible.doubts(units, factories.FIRST, {"population": 11_000}) == []


def test_doubts_name_a_missing_parent():
    units = register.units(factories.register())
    units["90001003"].parent = "90999"

    assert "parent-missing" in [doubt.code for doubt in plausible.doubts(units, factories.FIRST)]
