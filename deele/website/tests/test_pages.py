"""The page types and their parts."""

import pytest
from django.core.exceptions import ValidationError

from deele.directory.enums import State
from deele.directory.tests import factories as directory
from deele.places import queries as places
from deele.places.tests.factories import load_starter
from deele.website.blocks.bodies import Body
from deele.website.blocks.live import Entries, PlaceBlock
from deele.website.models import (
    BasePage,
    ContactPage,
    EasyLanguagePage,
    HomePage,
    LegalPage,
    NewsIndexPage,
    NewsPage,
    StandardPage,
)
from deele.website.tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

PARTS = [
    {"type": "text", "value": "<h2>Überschrift</h2><p>Ein Satz.</p>"},
    {"type": "quote", "value": {"text": "Gut so.", "source": "Nachbarin"}},
    {"type": "facts", "value": {"title": "Zahlen", "rows": [{"label": "Häuser", "value": "drei"}]}},
    {"type": "accordion", "value": {"title": "Fragen", "rows": [{"title": "Warum?", "text": "<p>Darum.</p>"}]}},
    {"type": "cards", "value": {"title": "Karten", "rows": [{"title": "Karte", "address": "/orte/", "icon": "home"}]}},
    {"type": "next_step", "value": {"title": "Weiter", "button": "Los", "address": "/kontakt/"}},
    {"type": "entries", "value": {"title": "In der Nähe", "place": "Kirchlinteln", "number": 3}},
    {"type": "offices", "value": {"title": "Zuständig", "place": "", "number": 4}},
]


def test_home_asks_for_a_place_before_anything_else(client):
    factories.home()

    text = client.get("/").content.decode()

    assert text.index('action="/orte/"') < text.index('class="stats"')
    assert "Guten Tag" in text


def test_home_counts_public_entries_of_each_block(client):
    factories.home()
    directory.entry(state=State.PUBLISHED, kind="pflege_wg")
    directory.entry(state=State.DRAFT, kind="pflege_wg")

    figures = {one["block"]: one["number"] for one in client.get("/").context["figures"]}

    assert figures == {"wohnen": 0, "pflege": 1, "nachbarschaft": 0, "beratung": 0}


def test_home_stays_within_its_queries(client, django_assert_max_num_queries):
    factories.office()
    factories.home(body=[{"type": "next_step", "title": "Weiter", "button": "Los", "address": "/kontakt/"}])
    index = factories.page(NewsIndexPage, title="Aktuelles", slug="aktuelles", show_in_menus=True)
    for number in range(4):
        factories.page(NewsPage, index, title=f"Meldung {number}")
        directory.entry(f"Eintrag {number}", state=State.PUBLISHED)
    client.get("/")

    with django_assert_max_num_queries(15):
        client.get("/")


def test_standard_page_shows_every_part(client):
    load_starter()
    directory.entry("Dorfladen Muster", state=State.PUBLISHED, place=places.by_key("03361005"))
    page = factories.page(body=PARTS)

    text = client.get(page.url).content.decode()

    for words in ("Überschrift", "Gut so.", "drei", "Warum?", "Karte", "Los", "Dorfladen Muster", "Zuständig"):
        assert words in text


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (ContactPage, {}),
        (LegalPage, {"role": "barrierefreiheit", "enforcement": "Schlichtungsstelle Muster"}),
        (NewsIndexPage, {}),
        (EasyLanguagePage, {"body": [{"type": "line", "value": {"pictogram": "house", "text": "<p>Kurz.</p>"}}]}),
    ],
)
def test_page_type_answers_and_names_itself_once(client, model, fields):
    factories.office()
    page = factories.page(model, title="Titel Muster", **fields)

    response = client.get(page.url)

    assert response.status_code == 200
    assert response.content.decode().count("<h1>Titel Muster</h1>") == 1


def test_accessibility_statement_offers_a_way_back_and_names_the_body(client):
    page = factories.page(LegalPage, role="barrierefreiheit", enforcement="Schlichtungsstelle Muster")

    text = client.get(page.url).content.decode()

    assert "/kontakt/nachricht/?zu=barrierefreiheit" in text
    assert "Schlichtungsstelle Muster" in text


def test_easy_language_is_marked_as_such(client):
    page = factories.page(EasyLanguagePage, title="Leichte Sprache")

    assert 'lang="de-simple"' in client.get(page.url).content.decode()


def test_news_list_is_newest_first_and_paged(client):
    index = factories.page(NewsIndexPage, title="Aktuelles", slug="aktuelles")
    for day in range(1, 13):
        factories.page(NewsPage, index, title=f"Meldung {day}", day=f"2026-01-{day:02}")

    first, second = (client.get(f"/aktuelles/?seite={number}").context["rows"] for number in (1, 2))

    assert [item.title for item in first][:2] == ["Meldung 12", "Meldung 11"]
    assert [item.title for item in second] == ["Meldung 2", "Meldung 1"]


def test_feed_tells_the_news(client):
    factories.office()
    index = factories.page(NewsIndexPage, title="Aktuelles", slug="aktuelles")
    factories.page(NewsPage, index, title="Neue Treppe", lead="Sie ist breiter.", day="2026-03-01")

    text = client.get("/aktuelles/feed/").content.decode()

    assert "<title>Neue Treppe</title>" in text
    assert "/aktuelles/neue-treppe/" in text


def test_drafts_are_nowhere(client):
    home = factories.home()
    home.add_child(instance=StandardPage(title="Geheim", slug="geheim", live=False, show_in_menus=True))

    assert client.get("/geheim/").status_code == 404
    assert "Geheim" not in client.get("/").content.decode()
    assert "geheim" not in client.get("/sitemap-seiten.xml").content.decode()


def test_unclear_place_is_refused_while_writing():
    load_starter()

    with pytest.raises(ValidationError):
        PlaceBlock().clean("Nirgendwo")
    assert PlaceBlock().clean("Kirchlinteln") == "Kirchlinteln"


def test_address_that_is_none_is_refused():
    block = Body().child_blocks["next_step"]

    with pytest.raises(ValidationError):
        block.clean(block.to_python({"title": "Weiter", "button": "Los", "address": "javascript:alert(1)"}))


def test_entries_part_shows_only_public_ones_of_the_kind():
    directory.entry("Offene WG", state=State.PUBLISHED, kind="pflege_wg")
    directory.entry("Verdeckte WG", state=State.SUBMITTED, kind="pflege_wg")
    directory.entry("Dorftreff", state=State.PUBLISHED)
    block = Entries()

    context = block.get_context(block.to_python({"title": "WGs", "kind": "pflege_wg", "number": 3}))

    assert [card.title for card in context["cards"]] == ["Offene WG"]
    assert context["all_url"] == "/verzeichnis/?art=pflege_wg"


def test_only_the_home_page_may_stand_at_the_root():
    root_types = [model for model in BasePage.__subclasses__() if "wagtailcore.Page" in model.parent_page_types]

    assert root_types == [HomePage]
