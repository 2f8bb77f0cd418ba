"""What citizens and the people behind an entry do, from the first word typed to the page that answers."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from deele.directory.actions import links
from deele.directory.enums import State
from deele.directory.models import Entry
from deele.directory.tests import factories
from deele.places.models import Place
from deele.places.tests.factories import load_starter
from deele.website.actions import demo_pages
from tests.browser.world import HUMAN_MILLISECONDS, link_in_last_mail, no_wider_than, said

pytestmark = pytest.mark.browser
MAIL = "haus@example.org"


@pytest.fixture
def land(site):
    """Lower Saxony as the starter knows it, the pages of the office, two entries in Verden and an office for it."""
    load_starter()
    demo_pages.make()
    verden = Place.objects.get(key="03361012")
    spot = {"place": verden, "lat": 52.92, "lon": 9.23}
    factories.entry("Wohnhof Muster", kind="gemeinschaftliches_wohnprojekt", state=State.PUBLISHED, **spot)
    factories.entry("Treff Muster", state=State.PUBLISHED, contact_email=MAIL, place=verden, lat=52.93, lon=9.24)
    covered = [Place.objects.get(key="03361")]
    factories.entry("Beratung Muster", kind="wohnberatung", state=State.PUBLISHED, covers=covered, **spot)
    return verden


def test_somebody_types_a_place_and_sees_who_helps_and_what_exists(page, land, axe, look):
    page.goto("/")
    look(page, "start")
    assert axe(page) == []

    box = page.get_by_role("combobox").first
    box.press_sequentially("Verd")
    page.get_by_role("option").first.wait_for()
    box.press("ArrowDown")
    box.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Verden (Aller)")
    expect(page.get_by_role("region", name=said("Who helps here"))).to_contain_text("Beratung Muster")
    here = page.get_by_role("region", name=said("What exists here and nearby"))
    expect(here.get_by_role("link", name="Wohnhof Muster")).to_be_visible()
    expect(here).to_contain_text(said("not yet confirmed"))
    expect(page.locator(".map-point").first).to_be_visible()
    look(page, "ort")
    assert axe(page) == []


def test_a_postcode_of_several_places_asks_which(page, land, axe):
    page.goto("/orte/?q=21368")

    links_shown = page.get_by_role("main").get_by_role("listitem").get_by_role("link")
    expect(links_shown).to_have_count(2)
    assert axe(page) == []
    name = links_shown.first.inner_text()
    links_shown.first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_the_directory_is_narrowed_by_keyboard_and_opens_from_the_map(page, land, axe, look):
    page.goto("/verzeichnis/")
    expect(page.get_by_role("main").get_by_role("article")).to_have_count(3)

    page.get_by_role("link", name=re.compile(f"^{said('Housing')}")).first.focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("baustein="))
    cards = page.get_by_role("main").get_by_role("article")
    expect(cards).to_have_count(1)
    point = page.locator(".map-point")
    expect(point).to_have_count(1)
    look(page, "suche")
    assert axe(page) == []
    point.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".map__popup").get_by_role("link")).to_be_visible()
    expect(page.locator(".entry-card.is-marked")).to_have_count(1)
    page.get_by_role("link", name=re.compile(said("remove"))).first.click()

    expect(page.get_by_role("main").get_by_role("article")).to_have_count(3)


def test_an_entry_is_handed_in_without_scripts(new_page, land, axe):
    page = new_page(javascript=False)
    page.goto("/verzeichnis/melden/")
    page.get_by_label(said("Title"), exact=True).fill("Dorfladen Muster")
    page.get_by_label(said("What is it?")).select_option("dorftreffpunkt")
    page.wait_for_timeout(HUMAN_MILLISECONDS)
    page.get_by_role("button", name=said("Send"), exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()

    page.get_by_label(said("Town or village")).fill("27283")
    page.get_by_label(said("contact person (never public)")).fill("Vorstand Muster")
    page.get_by_label(said("e-mail address of the contact (never public)")).fill(MAIL)
    page.get_by_role("checkbox").last.check()
    page.get_by_role("button", name=said("Send"), exact=True).click()
    expect(page).to_have_url(re.compile("danke/$"))
    assert Entry.objects.get(title="Dorfladen Muster").state == State.DRAFT

    page.goto(link_in_last_mail("directory.prove"))
    page.get_by_role("button", name=said("Yes, hand it in")).click()

    expect(page.get_by_role("heading", level=1)).to_have_text(said("Your entry is with us"))
    assert Entry.objects.get(title="Dorfladen Muster").state == State.SUBMITTED


def test_people_confirm_change_and_see_a_conflict_from_their_mail_link(new_page, land, axe, look, watch):
    watch.expected.append("409 (Conflict)")
    entry = Entry.objects.get(title="Treff Muster")
    address = f"/eintraege/pflege/{links.issue(entry, purpose=links.HOLD, now=timezone.now())}/"
    page, other = new_page(), new_page(width=320)
    page.goto(address)
    look(page, "bestaetigen")
    assert axe(page) == []
    assert Entry.objects.get(pk=entry.pk).verified_at is None

    page.get_by_role("button", name=said("Yes, everything is still right")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(said("Thank you! The entry is up to date."))
    assert Entry.objects.get(pk=entry.pk).verified_at is not None

    for one in (page, other):
        one.goto(f"{address}aendern/")
        assert axe(one) == []
    page.get_by_label(said("Title"), exact=True).fill("Treff am Anger")
    page.get_by_role("button", name=said("Save and confirm")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(said("Thank you! The entry is up to date."))

    other.get_by_label(said("Title"), exact=True).fill("Treff am Deich")
    other.get_by_role("button", name=said("Save and confirm")).click()
    expect(other.get_by_role("table", name=said("Both versions"))).to_contain_text("Treff am Anger")
    assert Entry.objects.get(pk=entry.pk).title == "Treff am Anger"
    assert no_wider_than(other, 320)
    assert axe(other) == []


def test_the_main_job_works_on_an_old_small_phone_without_scripts(new_page, land, look):
    page = new_page(width=320, javascript=False)
    page.goto("/")
    box = page.get_by_role("textbox", name=said("Town, village or postcode"))
    box.fill("27283")
    box.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Verden (Aller)")
    expect(page.get_by_role("link", name="Wohnhof Muster")).to_be_visible()
    look(page, "telefon")
    page.get_by_role("link", name="Wohnhof Muster").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wohnhof Muster")
    page.goto("/verzeichnis/?ort=03361012&umkreis=25")
    expect(page.get_by_role("main").get_by_role("article")).to_have_count(3)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("javascript", [True, False])
def test_the_menu_is_folded_on_a_phone_and_open_on_a_desk(new_page, land, javascript):
    phone, wide = new_page(320, javascript=javascript), new_page(1280, javascript=javascript)
    for page in (phone, wide):
        page.goto("/verzeichnis/")
    link = (said("Main menu"), said("Events"))
    first, second = (page.get_by_label(link[0]).get_by_role("link", name=link[1]) for page in (phone, wide))
    expect(second).to_be_visible()
    expect(first).to_be_hidden()

    phone.get_by_text(said("Menu", "main"), exact=True).focus()
    phone.keyboard.press("Enter")

    expect(first).to_be_visible()
    assert no_wider_than(phone, 320)
