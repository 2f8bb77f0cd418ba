"""One row of a table, read without a database."""

from pathlib import Path

import pytest

from deele.core import spreadsheet
from deele.directory.models import Entry
from deele.directory.readers import entry_columns, entry_rows, entry_values

STARTER = Path(entry_rows.__file__).parents[1] / "starter" / "entries.csv"


def read(**texts):
    row = {"name": "Hof Muster", "kind": "gemeinschaftliches_wohnprojekt", **texts}
    return entry_rows.read_row(row, {name: name for name in row}, 2, {})


def test_every_column_of_our_own_table_is_known():
    with STARTER.open("rb") as file:
        header = spreadsheet.read(file, STARTER.name).header

    assert "" not in entry_columns.suggest(header).values()


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Projektname", "name"), ("PLZ", "postal_code"), ("Ort", "town"), ("Straße", "street"), ("Träger", "operator"),
        ("Rechtsform", "legal_form"), ("Wohneinheiten", "dwellings"), ("Anzahl Plätze", "people"), ("WE", "dwellings"),
        ("Straße / Hausnummer", "street"), ("E-Mail", "contact_email"), ("email", "contact_email"),
        ("Gemeinschaftsraum", "details.gemeinschaftsraum"), ("Unsinn", ""),
    ],
)  # fmt: skip
def test_headings_are_known_by_synonyms(heading, field):
    assert entry_columns.suggest([heading]) == {heading: field}


def test_no_field_is_given_twice_and_remembered_choices_win():
    assert entry_columns.suggest(["Ort", "Stadt"]) == {"Ort": "town", "Stadt": ""}
    assert entry_columns.suggest(["Ort", "Stadt"], {"Stadt": "town"}) == {"Ort": "", "Stadt": "town"}


@pytest.mark.parametrize(
    ("mapping", "code"),
    [({"A": "town"}, "no_name"), ({"A": "name", "B": "name"}, "bad_mapping"), ({"A": "quatsch"}, "bad_mapping")],
)
def test_bad_mappings_are_refused(mapping, code):
    with pytest.raises(entry_columns.BadMapping) as refused:
        entry_columns.check(mapping)

    assert refused.value.code == code


@pytest.mark.parametrize("text", ["[]", "{", '{"a": {"b": 1}', "null"])
def test_a_mapping_file_must_be_an_object(text):
    with pytest.raises(entry_columns.BadMapping):
        entry_columns.from_json(text)


def test_a_mapping_file_may_use_any_synonym():
    assert entry_columns.from_json('{"Bezeichnung 1": "Projektname", "x": "plz"}') == {
        "Bezeichnung 1": "name",
        "x": "postal_code",
    }


@pytest.mark.parametrize(
    ("text", "stored", "more"),
    [
        ("ca. 40", "~40", False), ("20–30", "20..30", False), ("1.250", "1250", False), ("mind. 8", "8..", False),
        ("250 Mitglieder (2014)", "250", True), ("10-11", "10..11", False), ("70-80 Personen", "70..80", True),
    ],
)  # fmt: skip
def test_german_counts_are_understood(text, stored, more):
    assert entry_values.count(text) == (stored, more)


@pytest.mark.parametrize(
    ("text", "year"), [("2012", 2012), ("ca. 2012", 2012), ("Mai 2012", 2012), ("2011/12", 2011), ("1.4.1998", 1998)]
)
def test_years_are_understood(text, year):
    assert entry_values.year(text) == year


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("www.hof-muster.example", "https://www.hof-muster.example"),
        ("http://hof.example/a?b=c", "http://hof.example/a?b=c"),
        ("hof.example", "https://hof.example"),
    ],
)
def test_websites_without_scheme_get_one(text, address):
    assert entry_values.website(text) == address


@pytest.mark.parametrize("text", ["javascript:alert(1)", "keine", "http://", "ftp://x.example", "a b.de"])
def test_what_is_no_website_is_refused(text):
    with pytest.raises(entry_values.BadValue):
        entry_values.website(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("pflege_wg", "pflege_wg"),
        ("Pflege-WG", "pflege_wg"),
        ("MGH", "mehrgenerationenhaus"),
        ("Ökodorf", "oekodorf_siedlung"),
    ],
)
def test_kinds_are_known_by_key_and_other_names(text, key):
    assert entry_values.kind(text).key == key


@pytest.mark.parametrize(
    ("status", "phase"),
    [
        ("bezogen", "wohnen"), ("in_planung", "planung"), ("in_umsetzung", "bau"), ("im_bau", "bau"),
        ("aktiv", "wohnen"), ("unbekannt", "unbekannt"), ("initiative", "kerngruppe"), ("Objektsuche", "objektsuche"),
    ],
)  # fmt: skip
def test_status_becomes_a_phase(status, phase):
    assert read(status=status).values["phase"] == phase


def test_a_row_becomes_typed_values():
    row = read(
        id="nds-029", street="Ammergaustr. 140; Weiße Rose 6, 8, 10", postal_code="4109", town="Leipzig",
        dwellings="19", people="ca. 40", legal_form="WEG; Verein als Grundeigentümer", as_of="Mai 2024",
        building="Neubau und Bestand (Hofstelle)", opening_year="2017", website="hof.example", seeking="ja",
    )  # fmt: skip

    assert row.faults == []
    assert row.source_id == "nds-029"
    assert row.addresses == [
        {"street": "Ammergaustr. 140", "postcode": "04109", "town": "Leipzig"},
        {"street": "Weiße Rose 6, 8, 10", "postcode": "04109", "town": "Leipzig"},
    ]
    assert row.values == {
        "title": "Hof Muster", "kind": "gemeinschaftliches_wohnprojekt", "precision": "adresse",
        "legal_form": "weg_verein_boden", "legal_form_text": "WEG; Verein als Grundeigentümer", "opening_year": 2017,
        "as_of": "2024-05-01", "as_of_precision": "monat", "website": "https://hof.example", "seeking": True,
        "details": {
            "we_gesamt": "19", "bewohner_anzahl": "~40", "gebaeude": "neubau_und_bestand",
            "umnutzung_von": "hofstelle", "bauliche_umsetzung": "Neubau und Bestand (Hofstelle)",
        },
    }  # fmt: skip


def test_what_finds_no_home_stands_in_the_description():
    row = read(
        kind="dorftreffpunkt", people="250 Mitglieder", opening_year="bald", notes="Am Dorfplatz", as_of="neulich"
    )

    assert row.values["description"].splitlines()[0] == "Am Dorfplatz"
    for kept in ("250 Mitglieder", "bald", "neulich"):
        assert kept in row.values["description"]
    assert len(row.notes) == 2


@pytest.mark.parametrize(
    ("texts", "faults"),
    [
        ({"name": ""}, 1),
        ({"kind": "Raumschiff"}, 1),
        ({"kind": ""}, 1),
        ({"lat": "48,85", "lon": "2,35"}, 1),
        ({"lat": "9.2", "lon": "52.9"}, 1),
        ({"lat": "52.9", "lon": "9.2"}, 0),
    ],
)
def test_faults_make_a_row_broken(texts, faults):
    assert len(read(**texts).faults) == faults


def test_a_telephone_number_of_a_project_is_not_made_public():
    assert "public_phone" not in read(phone="04231 1234").values
    assert read(kind="wohnberatung", phone="04231 1234").values["public_phone"] == "04231 1234"


def test_long_texts_are_cut_as_the_columns_are_and_kept_whole():
    row = read(operator="x" * 400)

    assert len(row.values["operator"]) == 300
    assert "x" * 400 in row.values["description"]


def test_lengths_of_the_reader_are_those_of_the_model():
    assert {name: Entry._meta.get_field(name).max_length for name in entry_rows.LENGTHS} == entry_rows.LENGTHS


def test_defaults_speak_where_the_table_is_silent():
    row = entry_rows.read_row({"Name": "Hof", "Art": ""}, {"Name": "name", "Art": "kind"}, 2, {"kind": "pflege_wg"})

    assert row.values["kind"] == "pflege_wg"
