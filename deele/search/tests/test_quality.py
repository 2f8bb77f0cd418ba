"""Known-item test: a document is taken, its title transformed as people do, and it must come among the first three."""

import pytest

from deele.search import actions, queries
from deele.search.kinds import Query
from deele.search.tests.factories import NAMES, SOURCE, TOWNS, document, town_documents

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def index(django_db_blocker):
    actions.rebuild(SOURCE, town_documents())


def found_share(cases: list[tuple[str, str]], *, typing: bool = False) -> float:
    """The share of (text, reference) whose document is among the first three."""
    hits = [
        ref in [hit.ref for hit in queries.search(Query(SOURCE, text, limit=3, typing=typing)).hits]
        for text, ref in cases
    ]
    return sum(hits) / len(hits)


def cases(change: dict[str, str]) -> list[tuple[str, str]]:
    """The changed name with each town, for each name of `change`."""
    return [(f"{asked} {town}", f"{name}-{town}") for name, asked in change.items() for town in TOWNS]


INFLECTED = {
    "Gartenhof": "Gartenhöfe", "Lindenhaus": "Lindenhäuser", "Fahrradwerkstatt": "Fahrradwerkstätten",
    "Dorfladen": "Dorfläden",
    "Wohnprojekt": "Wohnprojekte", "Obstwiese": "Obstwiesen", "Wohnberatung": "Wohnberatungen",
    "Pflegestützpunkt": "Pflegestützpunkten",
}  # fmt: skip
SPELLED = {
    "Bürgerbus": "buergerbus", "Häkelrunde": "HAEKELRUNDE", "Mühlentreff": "muhlentreff", "Nähstube": "naehstube",
    "Reparaturcafé": "reparaturcafe", "Frauenfrühstück": "frauenfruehstueck",
}  # fmt: skip
SPLIT = {
    "Fahrradwerkstatt": "Fahrrad Werkstatt", "Dorfladen": "dorf laden", "Wohnprojekt": "wohn projekt",
    "Obstwiese": "Obst Wiese",
    "Kulturscheune": "Kultur Scheune", "Spielkreis": "spiel kreis", "Pflegestützpunkt": "Pflege Stützpunkt",
}  # fmt: skip
HYPHENED = {
    "Fahrradwerkstatt": "Fahrrad-Werkstatt", "Dorfladen": "Dorf-Laden", "Mehrgenerationenhaus": "Mehrgenerationen-Haus",
    "Wohnberatung": "Wohn-Beratung", "Bürgerbus": "Bürger-Bus",
}  # fmt: skip
SLIPS = {
    "Fahrradwerkstatt": "Fahradwerkstatt", "Nachbarschaftshilfe": "Nachbarschafstshilfe", "Wohnprojekt": "Wohnprojeckt",
    "Kulturscheune": "Kultruscheune", "Tagespflege": "Tagesplfege", "Pflegestützpunkt": "Pflegestüzpunkt",
    "Mehrgenerationenhaus": "Mehrgeneratonenhaus", "Obstwiese": "Obstwise",
}  # fmt: skip
SYNONYMS = {
    "Nachbarschaftshilfe": "Seniorengenossenschaft", "Wohnberatung": "Wohnraumanpassung",
    "Pflegestützpunkt": "Stützpunkt",
    "Baugemeinschaft": "Baugruppe", "Wohnprojekt": "gemeinschaftliches Wohnen", "Dorfladen": "Nahversorger",
}  # fmt: skip
BEGUN = {
    "Fahrradwerkstatt": "Fahrradwerk", "Nachbarschaftshilfe": "nachbarschaftsh", "Mehrgenerationenhaus": "Mehrgenerat",
    "Pflegestützpunkt": "Pflegest", "Kulturscheune": "kultursch", "Bürgerbus": "Bürgerb",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "level"),
    [(INFLECTED, 0.95), (SPELLED, 0.95), (SPLIT, 0.85), (HYPHENED, 0.95), (SLIPS, 0.85), (SYNONYMS, 0.6)],
    ids=["inflection", "umlaut", "compound", "hyphen", "slip", "synonym"],
)
def test_search_finds_the_known_item(index, change, level):
    assert found_share(cases(change)) >= level


def test_search_finds_the_known_item_in_any_order(index):
    asked = [(f"{town} {name}", f"{name}-{town}") for name in NAMES for town in TOWNS]

    assert found_share(asked) == 1.0


def test_search_finds_the_known_item_while_typing(index):
    begun = [(f"{town} {asked}", f"{name}-{town}") for name, asked in BEGUN.items() for town in TOWNS]

    assert found_share(begun, typing=True) >= 0.95


def test_search_finds_words_written_apart_by_their_compound(index):
    actions.index_many(
        [document("Fahrrad Werkstatt Ulmental", ref="apart"), document("Dorf-Laden Ulmental", ref="hyphened")]
    )

    assert found_share([("Fahrradwerkstatt Ulmental", "apart"), ("Dorfladen Ulmental", "hyphened")]) == 1.0


def test_search_finds_a_part_of_a_compound(index):
    found = queries.search(Query(SOURCE, "Werkstatt Grünau", limit=3))

    assert [hit.ref for hit in found.hits] == ["Fahrradwerkstatt-Grünau"]


def test_search_keeps_house_and_housing_of_generations_apart(index):
    actions.index(document("Mehrgenerationenwohnen am Haus Grünau", ref="housing"))

    house = queries.search(Query(SOURCE, "Mehrgenerationenhaus Grünau"))
    housing = queries.search(Query(SOURCE, "Mehrgenerationenwohnen"))

    assert [hit.ref for hit in house.hits] == ["Mehrgenerationenhaus-Grünau"]
    assert [hit.ref for hit in housing.hits] == ["housing"]


def test_search_puts_the_exact_title_first(index):
    actions.index(document("Wohnprojekt", ref="exact", rank=0.0, text="Mitten im Ort"))

    assert queries.search(Query(SOURCE, "Wohnprojekte")).hits[0].ref == "exact"


def test_search_tells_what_it_corrected(index):
    assert queries.search(Query(SOURCE, "Kultruscheune Grünau")).corrected == "kulturscheune grünau"
    assert queries.search(Query(SOURCE, "Kulturscheune Grünau")).corrected is None
