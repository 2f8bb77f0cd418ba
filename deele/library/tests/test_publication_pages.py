"""The library for everybody: list, filters, page hits, files, citations, feed, and what others show of it."""

from datetime import date

import pytest
from django.urls import reverse

from deele.alliance.kinds import member_sections
from deele.alliance.tests import factories as alliance
from deele.directory.tests.factories import place, staff
from deele.library.enums.publication import Kind, State
from deele.library.models import DownloadDay
from deele.library.tests import pdfs
from deele.library.tests.publication_factories import a_file, publication
from deele.mail.kinds import Wish, sources
from deele.places.slots import sections as place_sections

pytestmark = pytest.mark.django_db
LIST = "/bibliothek/"


def titles(client, query=""):
    return [card["title"] for card in client.get(LIST + query).context["cards"]]


def counts(client, title, query=""):
    groups = {str(group["title"]): group for group in client.get(LIST + query).context["groups"]}
    return {str(one["label"]): one["count"] for one in groups[title]["options"]}


@pytest.fixture
def works():
    publication("Leitfaden Leerstand", themes=["innenentwicklung_leerstand"], groups=["aeltere"], year=2024)
    publication("Flyer Pflege", kind=Kind.FLYER, themes=["pflege"], year=2020, easy_language=True)
    publication("Entwurf", state=State.DRAFT, themes=["pflege"])


def test_filters_narrow_and_their_counts_are_those_of_the_list(client, works):
    assert set(titles(client)) == {"Leitfaden Leerstand", "Flyer Pflege"}
    assert titles(client, "?thema=pflege") == ["Flyer Pflege"]
    assert titles(client, "?thema=pflege&thema=innenentwicklung_leerstand&art=leitfaden") == ["Leitfaden Leerstand"]
    assert titles(client, "?sprache=leicht") == ["Flyer Pflege"]
    assert titles(client, "?jahr=2024") == ["Leitfaden Leerstand"]
    assert counts(client, "Jahr") == {"2024": 1, "2020": 1}
    assert counts(client, "Jahr", "?thema=pflege") == {"2020": 1}
    assert counts(client, "Thema", "?thema=pflege") == {"Pflege": 1, "Innenentwicklung und Leerstand": 1}


def test_an_unknown_filter_is_named_and_left_out(client, works):
    answer = client.get(LIST + "?thema=erfunden&jahr=zweitausend&seite=-3&q=%00")
    assert answer.status_code == 200
    assert len(answer.context["cards"]) == 2
    assert answer.context["asked"].notes


def test_a_word_that_stands_only_in_the_file_is_found_with_its_page(client):
    of = publication("Dokumentation Muster", summary="Vorträge.", line="Vorträge.")
    a_file(of, pdfs.tagged(4))
    publication("Anderes", summary="Nichts davon.", line="Nichts.")
    answer = client.get(LIST + "?q=Leerstandsmanagement")
    (card,) = answer.context["cards"]
    assert (card["title"], len(card["hits"]), card["more"]) == ("Dokumentation Muster", 2, 2)
    page = answer.content.decode()
    assert "<mark>Leerstandsmanagement</mark>" in page
    assert f"#page={card['hits'][0].number}" in page
    whole = client.get(of.get_absolute_url() + "?q=Leerstandsmanagement")
    assert [hit.number for hit in whole.context["hits"]] == [1, 2, 3, 4]


def test_only_the_newest_edition_stands_in_the_list(client):
    from deele.library.actions import publications  # noqa: PLC0415
    from deele.library.tests.publication_factories import NOW  # noqa: PLC0415

    old = publication(year=2020)
    fresh = publications.new_edition(publication=old, year=2024, by=None, now=NOW)
    publications.move(publication=fresh, to=State.PUBLISHED, by=None, now=NOW)
    (card,) = client.get(LIST).context["cards"]
    assert card["pk"] == fresh.pk


def test_a_file_of_a_draft_is_for_those_who_keep_the_library(client):
    draft = publication(state=State.DRAFT)
    kept = a_file(draft, pdfs.tagged())
    assert client.get(kept.get_absolute_url()).status_code == 404
    client.force_login(staff("redaktion"))
    assert client.get(kept.get_absolute_url()).status_code == 200
    assert not DownloadDay.objects.exists()


def test_fetching_is_counted_by_day_and_nothing_else(client):
    kept = a_file(publication(), pdfs.tagged())
    url = kept.get_absolute_url()
    answer = client.get(url)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline")
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    client.get(url)
    client.head(url)
    client.get(url, headers={"range": "bytes=0-10"})
    client.get(url, headers={"sec-purpose": "prefetch"})
    kept.refresh_from_db()
    assert kept.downloads == 2
    assert DownloadDay.objects.get().number == 2


def test_the_page_says_plainly_that_a_pdf_shuts_people_out(client):
    of = publication()
    a_file(of, pdfs.untagged())
    page = client.get(of.get_absolute_url()).content.decode()
    assert "Dieses PDF ist nicht barrierefrei" in page
    a_file(of, pdfs.scanned())
    page = client.get(of.get_absolute_url()).content.decode()
    assert "besteht aus Bildern von Seiten" in page


def test_a_citation_is_a_file(client):
    of = publication()
    answer = client.get(reverse("library:cite", args=[of.pk, "ris"]))
    assert answer["Content-Disposition"] == 'attachment; filename="leitfaden-muster.ris"'
    assert b"UR  - http://testserver/bibliothek/leitfaden-muster/2024/" in answer.content


def test_the_feed_names_what_is_public(client, works):
    feed = client.get(reverse("library:feed")).content.decode()
    assert "Leitfaden Leerstand" in feed
    assert "Entwurf" not in feed


def test_newsletters_members_and_places_show_what_is_public():
    member = alliance.member("Verein Muster")
    here = place()
    of = publication(authors=["Verein Muster"], place=here)
    publication("Entwurf", state=State.DRAFT, authors=["Verein Muster"], place=here)
    source = sources.get("publications")
    (piece,) = source.pieces(Wish(), date(2026, 11, 27))
    assert piece.url == of.stable_url()
    assert set(source.by_refs([piece.ref, "library.publication:999", "x"])) == {piece.ref}
    (card,) = member_sections.get("publications").context(member)["cards"]
    assert card["pk"] == of.pk
    (card,) = place_sections.get("publications").context(here, None)["cards"]
    assert card["pk"] == of.pk
