"""The traps of real data that must not be taken for one thing, and the pairs beside them that are one."""

import pytest

from deele.likeness.rules import compare, pairs
from deele.likeness.tests.factories import record

COOP = record("AllerWohnen eG", kind="dachgenossenschaft", website="http://www.allerwohnen.de")
HOUSE = record("AllerHaus", street="Cluventalstr. 2-6", website="http://www.allerwohnen.de")
TRAPS = [
    (COOP, HOUSE),
    (
        HOUSE,
        record(
            "Wohnen im Ökozentrum Verden",
            kind="gemeinschaftliches_wohnprojekt",
            street="Artilleriestraße 6",
            website="http://www.allerwohnen.de/projekte/oekozentrum",
        ),
    ),
    (
        record("WohnIdee in den Ohe-Höfen", city="Hannover", zip="30169", kind="gemeinschaftliches_wohnprojekt"),
        record("Ohe-Höfe", city="Hannover", zip="30169", kind="siedlungsgemeinschaft", street="Oheriedentrift 1"),
    ),
    (
        record("WohnIdee e.V. - Wohnen und Leben im Alter (Ohe-Höfe)", city="Hannover", zip=""),
        record("Ohe-Höfe", city="Hannover", zip="30169", kind="siedlungsgemeinschaft"),
    ),
    (
        record("Seniorenstützpunkt Musterstadt", kind="senioren_pflegestuetzpunkt", street="Lange Straße 1"),
        record("Senioren-WG Lange Straße", kind="senioren_wg", street="Lange Straße 1"),
    ),
    (
        record("Mehrgenerationenhaus Verden", kind="mehrgenerationenhaus"),
        record("Mehrgenerationenwohnen Verden", kind="mehrgenerationenwohnen"),
    ),
    (
        record("Nachbarschaftshilfe Neuenkirchen", kind="nachbarschaftshilfe", city="Neuenkirchen", zip="49434"),
        record("Nachbarschaftshilfe Neuenkirchen", kind="nachbarschaftshilfe", city="Neuenkirchen", zip="29643"),
    ),
    (record("Wohnprojekt Haus 1", street="Am Hang 1"), record("Wohnprojekt Haus 2", street="Am Hang 2")),
    (record("Alte Schule"), record("Neue Schule")),
]


@pytest.mark.parametrize(("one", "other"), TRAPS, ids=lambda one: one.name)
def test_trap_is_not_taken_for_one_thing(one, other):
    assert compare(one, other).verdict == "different"


def test_chain_of_flats_in_three_towns_stays_three():
    towns = [("31191", "Algermissen"), ("31162", "Bad Salzdetfurth"), ("31008", "Elze")]
    flats = [
        record(f"Pflege-WG {town}", kind="pflege_wg", zip=code, city=town, description="PH Care Group GmbH")
        for code, town in towns
    ]

    assert list(pairs(flats)) == []


@pytest.mark.parametrize(
    "other",
    [
        record("Allerhaus Verden"),
        record("ALLERHAUS", zip="", street="Cluventalstraße 2"),
        record("Aller-Haus", website="https://allerwohnen.de/"),
        record("Wohnen im AllerHaus"),
        record("AllerHaus e.V.", kind="gemeinschaftliches_wohnprojekt", street="Cluventalstr. 4"),
    ],
    ids=lambda one: one.name,
)
def test_one_thing_in_two_spellings_is_proposed(other):
    assert compare(HOUSE, other).verdict in ("same", "look")


def test_renamed_project_with_its_old_website_is_looked_at():
    old = record("Jahreszeiten e.V.", city="Wolfenbüttel", zip="38300", website="http://jahreszeiten-wf.de")
    new = record("Wir im Quartier", city="Wolfenbüttel", zip="38300", website="https://www.jahreszeiten-wf.de/start")

    assert compare(old, new).verdict == "look"


def test_judgement_gives_its_reasons_in_words():
    judgement = compare(HOUSE, record("AllerHaus", street="Cluventalstr. 2", website="http://www.allerwohnen.de"))

    said = [reason.key for reason in judgement.reasons]
    assert said == ["name-same", "site-same", "street-house", "place-town", "kind-same"]
    assert "allerwohnen.de" in str(judgement.reasons[1])
