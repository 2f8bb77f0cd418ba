"""The office plans an event by keyboard, publishes it, and enters a registration that came by telephone."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from deele.directory.enums import State as EntryState
from deele.directory.tests import factories
from deele.events.enums import State
from deele.events.kinds import SECTIONS
from deele.events.models import Event, Registration
from deele.mail.tests.factories import office
from deele.places.tests.factories import load_starter
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


def section(page, title: str, context: str = "") -> None:
    """Go to another section of the planning."""
    page.get_by_role("navigation").get_by_role("link", name=said(title, context), exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(said(title, context))


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
    page.get_by_role("link", name=said("Planning", "event at the desk"), exact=True).click()

    section(page, "Prices and extras", "section of an event")
    press(page, "Add a price")
    page.keyboard.type("Regulär")
    typed(page, "prices-0-amount_cents", "59,00")
    press(page, "Add an extra")
    typed(page, "options-0-title", "Mittagessen")
    look(page, "veranstaltung-planen")
    assert axe(page) == []
    press(page, "Save")
    expect(page.get_by_text(said("Saved."))).to_be_visible()
    section(page, "Registration")
    typed(page, "capacity", "12")
    press(page, "Save")
    expect(page.get_by_text(said("Saved."))).to_be_visible()
    event = Event.objects.get()
    assert (event.prices.get().amount_cents, event.options.get().title) == (5900, "Mittagessen")
    assert event.capacity == 12

    page.goto(event.desk_url())
    look(page, "veranstaltung-ueberblick")
    assert axe(page) == []
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
    page.goto(f"/schreibtisch/veranstaltungen/{event.pk}/planung/termine-ort/")
    page.locator("[name=town]").fill("Noch nicht gespeichert")
    page.get_by_role("button", name=said("Add a date"), exact=True).click()
    expect(page.locator("[name=town]")).to_have_value("Noch nicht gespeichert")
    expect(page.locator("[name='days-0-on']")).to_be_visible()
    event.refresh_from_db()
    assert event.town == ""


def test_desk_pages_fit_a_small_screen(new_page, site, settings, live_server):
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    event = Event.objects.create(title="Werkstatt Muster", kind="werkstatt")
    page = sign_in(new_page(width=320), factories.staff("veranstaltung"), live_server.url)
    sections = [f"{event.pk}/planung/{one.key}/" for one in SECTIONS]
    for path in (
        "",
        "neu/",
        f"{event.pk}/",
        *sections,
        f"{event.pk}/anmeldungen/",
        f"{event.pk}/dateien/",
        "mitglieder/",
    ):
        page.goto(f"/schreibtisch/veranstaltungen/{path}")
        assert no_wider_than(page, 320), path


def test_a_place_and_a_stop_are_suggested_while_typing_also_in_a_new_row(page, site, settings, live_server, look):
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    load_starter()
    factories.entry("Hof Muster", state=EntryState.PUBLISHED)
    event = Event.objects.create(title="Werkstatt Muster", kind="werkstatt")
    page = sign_in(page, factories.staff("veranstaltung"), live_server.url)
    page.goto(f"/schreibtisch/veranstaltungen/{event.pk}/planung/termine-ort/")
    page.locator("[name=town]").press_sequentially("verden")
    page.get_by_role("option", name="Verden (Aller)").first.click()
    expect(page.locator("[name=town]")).to_have_value("Verden (Aller)")
    page.locator("[name=place]").press_sequentially("verden")
    page.get_by_role("option", name="Verden (Aller)").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("[name=place]")).to_have_value(re.compile("03361012"))
    press(page, "Save")
    expect(page.get_by_text(said("Saved."))).to_be_visible()
    event.refresh_from_db()
    assert (event.town, event.place.key) == ("Verden (Aller)", "03361012")

    page.goto(f"/schreibtisch/veranstaltungen/{event.pk}/planung/programm/")
    press(page, "Add a stop")
    page.locator("[name='stops-0-entry']").press_sequentially("muster")
    look(page, "halt-vorschlag")
    page.get_by_role("option", name="Hof Muster").click()
    press(page, "Save")
    expect(page.get_by_text(said("Saved."))).to_be_visible()
    assert event.stops.get().entry.title == "Hof Muster"
