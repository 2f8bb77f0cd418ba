"""The German analysis: what becomes one and what stays apart."""

import pytest

from deele.search.rules import compounds, expressions, joined, reading, spelling, stems, synonyms
from deele.search.rules.expressions import AllOf, AnyOf, Words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gärten", "Garten"),
        ("Häuser", "haus"),
        ("LUECHOW", "Lüchow"),
        ("luchow", "Lüchow"),
        ("Straße", "Strasse"),
        ("Frauen", "Frau"),
        ("Beratungen", "Beratung"),
        ("Café", "cafe"),
        ("Pflegestützpunkte", "Pflegestuetzpunkt"),
    ],
)
def test_stems_of_spellings_are_one(one, other):
    assert stems(one) == stems(other)


def test_stems_drop_stop_words_and_single_letters():
    assert stems("Hilfe für die Nachbarschaft e. V. am Platz 5") == ["hilf", "nachbarschaft", "platz", "5"]


def test_joined_writes_hyphened_words_as_one():
    assert joined("Die Fahrrad-Werkstatt am Ort") == ["fahrradwerkstatt"]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Fahrradwerkstatt", ["fahrrad", "werkstatt"]),
        ("Nachbarschaftshilfe", ["nachbarschaft", "hilf"]),
        ("Pflegestützpunkt", ["pfleg", "stutzpunkt"]),
        ("Beratungsstellen", ["berat", "stell"]),
        ("Verden", []),
        ("Wohnung", []),
    ],
)
def test_compounds_split_into_known_parts(word, parts):
    known = set(stems("Fahrrad Werkstatt Nachbarschaft Hilfe Pflege Stützpunkt Beratung Stelle Wohnung"))

    assert compounds.split(stems(word)[0], known) == parts


def test_synonyms_hold_both_ways_and_never_join_what_is_apart():
    table = synonyms.table()

    assert tuple(stems("ambulant betreute Wohngemeinschaft")) in table[tuple(stems("Pflege-WG"))]
    assert tuple(stems("Pflege-WG")) in table[tuple(stems("Pflegewohngemeinschaft"))]
    assert tuple(stems("Mehrgenerationenwohnen")) not in table.get(tuple(stems("Mehrgenerationenhaus")), [])
    assert not set(table.get(tuple(stems("Mehrgenerationenhaus")), [])) & set(
        table[tuple(stems("Mehrgenerationenwohnen"))]
    )


def test_spelling_mends_slips_but_no_numbers_and_no_short_words():
    known = [("neuenkirch", 3), ("wohnberat", 9), ("bus", 4), ("31134", 2)]

    assert spelling.nearest("neuenkirhc", known) == "neuenkirch"
    assert spelling.nearest("wohnbrat", known) == "wohnberat"
    assert spelling.nearest("buz", known) is None
    assert spelling.nearest("31135", known) is None


def test_expressions_are_written_for_both_databases():
    tree = AllOf((Words(("hilf",)), AnyOf((Words(("pfleg", "wg")), Words(("haus",), open_end=True)))))

    assert expressions.fts5(tree) == '("hilf" AND ("pfleg wg" OR "haus"*))'
    assert expressions.tsquery(tree) == "(('hilf') & (('pfleg' <-> 'wg') | ('haus':*)))"


def test_reading_of_stop_words_alone_asks_for_nothing():
    assert reading.read("was gibt es in der", None).expression is None
