"""The life of publications: addresses, editions, what is needed before publishing, who is linked."""

import pytest
from django.db import IntegrityError, transaction

from deele.alliance.tests import factories as alliance
from deele.core.versions import Conflict
from deele.library.actions import publications
from deele.library.enums.publication import State
from deele.library.models import Publication
from deele.library.rules import citing
from deele.library.rules.citing import Cited
from deele.library.rules.publication import TAKEN, word_of
from deele.library.rules.snippets import snippet
from deele.library.tests.publication_factories import NOW, publication

pytestmark = pytest.mark.django_db


def publish(row):
    return publications.move(publication=row, to=State.PUBLISHED, by=None, now=NOW)


def edition(of, year):
    return publications.new_edition(publication=of, year=year, by=None, now=NOW)


def test_without_a_summary_nothing_becomes_public():
    draft = publication(state=State.DRAFT, summary="")
    with pytest.raises(publications.NotReady):
        publish(draft)
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.filter(pk=draft.pk).update(state=State.PUBLISHED)


def test_a_public_page_cannot_lose_its_summary():
    row = publication()
    row.summary = " "
    with pytest.raises(publications.NotReady):
        publications.change(publication=row, authors=[], by=None, now=NOW)


def test_publishing_twice_is_told():
    row = publication()
    with pytest.raises(publications.WrongMove):
        publish(row)


def test_the_address_that_stays_leads_to_the_newest_public_edition(client):
    old = publication(year=2020)
    assert client.get(old.stable_url()).context["publication"] == old
    fresh = edition(old, 2024)
    assert fresh.stable_url() == old.stable_url()
    assert client.get(old.stable_url()).context["publication"] == old
    assert client.get(fresh.get_absolute_url()).status_code == 404
    publish(fresh)
    assert client.get(old.stable_url()).context["publication"] == fresh
    page = client.get(old.get_absolute_url())
    assert page.context["newer"] == fresh.stable_url()
    assert len(page.context["editions"]) == 2
    publications.move(publication=fresh, to=State.WITHDRAWN, by=None, now=NOW)
    assert client.get(old.stable_url()).context["publication"] == old


def test_two_editions_of_one_year_and_two_successors_are_refused():
    old = publication(year=2020)
    with pytest.raises(publications.AddressTaken):
        edition(old, 2020)
    edition(old, 2024)
    with pytest.raises(publications.WrongMove):
        edition(old, 2025)


def test_two_works_of_one_title_have_two_addresses():
    assert [publication().slug for _turn in range(3)] == [
        "leitfaden-muster", "leitfaden-muster-2", "leitfaden-muster-3",
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["Glossar", "2024", "???", "Beispiele"])
def test_a_title_never_takes_an_address_that_leads_elsewhere(title):
    word = word_of(title)
    assert word
    assert word not in TAKEN
    assert not word.isdigit()


def test_a_member_is_linked_by_its_name():
    member = alliance.member("Verein Muster")
    row = publication(authors=["verein muster", "Büro Beispiel", "Büro  Beispiel"])
    assert [(one.name, one.membership) for one in row.authors.all()] == [
        ("verein muster", member), ("Büro Beispiel", None),
    ]  # fmt: skip


def test_the_second_writer_is_told():
    row = publication()
    mine, theirs = (Publication.objects.get(pk=row.pk) for _one in range(2))
    publications.change(publication=theirs, authors=[], by=None, now=NOW)
    with pytest.raises(Conflict):
        publications.change(publication=mine, authors=[], by=None, now=NOW)


def test_citations_hold_what_they_need():
    one = Cited(
        "leitfaden-2024", "leitfaden", "Häuser & Höfe {neu}", ("Büro Muster", "Verein Muster"), 2024, "Verlag Muster",
        url="https://example.org/x",
    )  # fmt: skip
    assert "author = {{Büro Muster} and {Verein Muster}}," in citing.bibtex(one)
    assert r"Häuser \& Höfe \{neu\}" in citing.bibtex(one)
    rows = citing.ris(one).split("\r\n")
    assert rows[0] == "TY  - RPRT"
    assert rows[1:3] == ["AU  - Büro Muster", "AU  - Verein Muster"]
    assert rows[-2] == "ER  - "
    assert citing.plain(one).startswith("Büro Muster; Verein Muster (2024): Häuser & Höfe {neu}. Verlag Muster")


def test_a_snippet_marks_words_by_their_stem_and_in_compounds():
    text = (
        "Viel davor. " * 30 + "Die Gemeinden haben Leerstände, also hilft Leerstandsmanagement." + " Viel danach." * 30
    )
    parts = snippet(text, "leerstand")
    assert [part.text for part in parts if part.hit] == ["Leerstände", "Leerstandsmanagement"]
    assert parts[0].text == "… "
    assert len("".join(part.text for part in parts)) < 300
    assert snippet(text, "Mobilität") == []
    assert snippet(text, "") == []
