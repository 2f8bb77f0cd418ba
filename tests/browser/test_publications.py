"""Somebody finds a word on a page of a guide and orders copies without scripts; an editor reads what a PDF lacks."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from deele.access.tests.factories import colleague
from deele.library.models import PrintOrder
from deele.library.tests import pdfs
from deele.library.tests.publication_factories import a_file, publication
from deele.mail.tests.factories import office
from tests.browser.world import HUMAN_MILLISECONDS, no_wider_than, said, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def work(site, settings):
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    publication("Faltblatt Nachbarschaft", themes=["nachbarschaft"], kind="flyer", year=2020)
    made = publication(
        subtitle="Leere Häuser wieder mit Leben füllen", prints=True, stock=20, themes=["innenentwicklung_leerstand"],
        publisher="Verlag Muster", languages=["de"], place_types=["dorf"],
    )  # fmt: skip
    a_file(made, pdfs.tagged(5))
    return made


def test_a_word_is_found_on_its_page_and_copies_are_ordered_without_scripts(new_page, work, axe, look):
    page = new_page(320, javascript=False)
    page.goto("/bibliothek/")
    page.get_by_role("searchbox").fill("Leerstandsmanagement")
    page.get_by_role("main").get_by_role("button", name=said("Search")).click()
    expect(page.get_by_role("link", name="Seite 1", exact=True)).to_have_attribute(
        "href", f"/bibliothek/datei/{work.files.get().pk}/leitfaden-muster-2024.pdf#page=1"
    )
    assert no_wider_than(page, 320)
    look(page, "bibliothek-320")
    page.get_by_role("link", name=work.full_title).click()
    assert no_wider_than(page, 320)
    look(page, "publikation-320")
    page.get_by_role("link", name=said("Order copies")).click()
    page.get_by_label("Wie viele Exemplare?").fill("3")
    page.get_by_label(said("Your name")).fill("Person Muster")
    page.get_by_label(said("Street and number")).fill("Weg 1")
    page.get_by_label(said("Postcode")).fill("30159")
    page.get_by_label(said("Town"), exact=True).fill("Hannover")
    page.get_by_label(said("Your e-mail address")).fill("person@example.org")
    assert no_wider_than(page, 320)
    page.wait_for_timeout(HUMAN_MILLISECONDS)
    page.get_by_role("button", name="Bestellen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(said("Your order is in"))
    assert PrintOrder.objects.get().copies == 3


def test_the_pages_of_the_library_please_axe_and_the_eye(new_page, work, axe, look):
    page = new_page(1280)
    for path, name in (
        ("/bibliothek/?q=Leerstand", "bibliothek"),
        (f"{work.get_absolute_url()}?q=Kapitel", "publikation"),
    ):
        page.goto(path)
        look(page, name)
        assert axe(page) == []
    dark = new_page(1280, "dark")
    dark.goto("/bibliothek/?q=Leerstand")
    assert axe(dark) == []
    look(dark, "bibliothek-dunkel")


def test_an_editor_reads_what_a_pdf_lacks(new_page, work, axe, look, live_server):
    a_file(work, pdfs.untagged(24))
    a_file(work, pdfs.scanned())
    a_file(work, pdfs.with_script())
    page = new_page(1280)
    sign_in(page, colleague("redaktion"), live_server.url)
    for path, name in (
        (work.desk_url(), "tisch-publikation"), (reverse("library:desk-list"), "tisch-publikationen"),
        (reverse("library:desk-orders"), "tisch-bestellungen"), (reverse("library:desk-links"), "tisch-links"),
    ):  # fmt: skip
        page.goto(path)
        look(page, name)
        assert axe(page) == [], name
    small = new_page(320)
    sign_in(small, colleague("redaktion", email="klein@example.org"), live_server.url)
    small.goto(work.desk_url())
    assert no_wider_than(small, 320)
    look(small, "tisch-publikation-320")
