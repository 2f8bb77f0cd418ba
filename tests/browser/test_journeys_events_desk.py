"""The office plans an event by keyboard, publishes it, and enters a registration that came by telephone."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from deele.directory.tests import factories
from deele.events.enums import State
from deele.events.models import Event, Registration
from deele.mail.tests.factories import office
from tests.browser.world import no_wider_than, said, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def planner(page, site, settings, live_server):
    """A page of somebody who looks after events."""
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    return sign_in(page, factories.staff("veranstaltung"), live_server.url)


def typed(page, name: str, text: str) -> None:
    """Reach a field by its name and type, as somebody with a keyboard does."""
    page.locator(f"[name='{name}']").focus()
    page.keyboard.type(text)


def press(page, text: str, **words: str) -> None:
    """Press a button with the keyboard."""
    page.get_by_role("button", name=said(text, **words), exact=True).first.focus()
    page.keyboard.press("Enter")


def test_an_event_is_planned_published_and_somebody_registered_by_telephone(planner, axe, look):
    page = planner
    page.goto("/schreibtisch/veranstaltungen/neu/")
    assert axe(page) == []
    typed(page, "title", "Werkstatt Muster")
    page.locator("[name=kind]").select_option("werkstatt")
    page.locator("[name=day]").fill(f"{timezone.localdate().year + 1}-05-20")
    page.locator("[name=begins]").fill("10:00")
    page.locator("[name=ends]").fill("16:00")
    press(page, "Save as a draft")
    expect(page.get_by_role("heading", level=1)).to_have_text("Werkstatt Muster")

    press(page, "Add a price")
    page.keyboard.type("Regulär")
    typed(page, "prices-0-amount_cents", "59,00")
    press(page, "Add an extra")
    typed(page, "options-0-title", "Mittagessen")
    typed(page, "capacity", "12")
    look(page, "veranstaltung-planen")
    assert axe(page) == []
    press(page, "Save")
    expect(page.get_by_text(said("Saved."))).to_be_visible()
    event = Event.objects.get()
    assert event.prices.get().amount_cents == 5900
    assert event.options.get().title == "Mittagessen"

    press(page, "Open the registration")
    expect(page.get_by_text(said("Close the registration"))).to_be_visible()
    event.refresh_from_db()
    assert event.state == State.OPEN

    page.goto(f"/schreibtisch/veranstaltungen/{event.pk}/anmeldungen/neu/")
    assert axe(page) == []
    typed(page, "name", "Teilnehmerin Muster")
    typed(page, "phone", "0511 12345")
    typed(page, "invoice_address", "Musterweg 1, 30159 Hannover")
    press(page, "Save the registration")
    expect(page.get_by_role("heading", level=1)).to_have_text("Teilnehmerin Muster")
    assert axe(page) == []
    look(page, "anmeldung-schreibtisch")
    assert Registration.objects.get().channel == "telefon"


def test_a_row_more_works_without_a_script_and_on_a_small_screen(new_page, site, settings, live_server):
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    event = Event.objects.create(title="Werkstatt Muster", kind="werkstatt")
    page = sign_in(new_page(width=320, javascript=False), factories.staff("veranstaltung"), live_server.url)
    page.goto(f"/schreibtisch/veranstaltungen/{event.pk}/")
    page.locator("[name=title]").fill("Noch nicht gespeichert")
    page.get_by_role("button", name=said("Add a date"), exact=True).click()
    expect(page.locator("[name=title]")).to_have_value("Noch nicht gespeichert")
    expect(page.locator("[name='days-0-on']")).to_be_visible()
    event.refresh_from_db()
    assert event.title == "Werkstatt Muster"


def test_desk_pages_fit_a_small_screen(new_page, site, settings, live_server):
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    event = Event.objects.create(title="Werkstatt Muster", kind="werkstatt")
    page = sign_in(new_page(width=320), factories.staff("veranstaltung"), live_server.url)
    for path in ("", "neu/", f"{event.pk}/", f"{event.pk}/anmeldungen/", f"{event.pk}/dateien/", "mitglieder/"):
        page.goto(f"/schreibtisch/veranstaltungen/{path}")
        assert no_wider_than(page, 320), path
