"""From finding an event to the last click behind the link of a mail; without scripts where that is promised."""

import json
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from deele.events.actions import documents, links, registrations
from deele.events.enums import Kind, RegistrationState, State
from deele.events.models import Registration
from deele.events.tests import factories
from deele.mail.tests.factories import office
from tests.browser.world import HUMAN_MILLISECONDS, counted, link_in_last_mail, no_wider_than, said

pytestmark = pytest.mark.browser
S = RegistrationState


@pytest.fixture
def excursion(site):
    """An excursion with four places, two prices, one of two meals and a dinner for one."""
    office(phone="0511 000000")
    event = factories.event(
        "Exkursion Muster", starts_at=timezone.now() + timedelta(days=40), kind=Kind.EXCURSION, capacity=4,
        area=factories.area(), short_text="Drei Häuser an einem Tag.", town="Hannover", asks_photo_consent=True,
        has_participant_list=True,
    )  # fmt: skip
    factories.price(event, "Regulär", 5900)
    factories.price(event, "Frei", 0, rank=2)
    for name in ("Gemüse", "Fleisch"):
        factories.option(event, name, group="Essen", is_required=True)
    factories.option(event, "Abendessen am Vortag", amount_cents=2200, capacity=1)
    return event


def fill_person(page, number, price, meal):
    person = page.get_by_role("group", name=said("Person %(number)s", number=number))
    person.get_by_role("radio", name=price).check()
    person.get_by_role("radio", name=meal).check()
    return person


def test_two_people_register_wait_accept_and_cancel_without_scripts(new_page, excursion, look):
    page = new_page(javascript=False)
    page.goto("/veranstaltungen/")
    page.get_by_role("link", name="Exkursion Muster").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Exkursion Muster")
    factories.registration(excursion, seats=3)
    page.get_by_role("link", name=said("Register"), exact=True).first.click()

    page.get_by_label(said("Your name")).fill("Teilnehmerin Muster")
    page.get_by_label(said("Your e-mail address")).fill("muster@example.org")
    fill_person(page, 1, "Regulär", "Gemüse")
    page.get_by_role("button", name=said("Add one more person")).click()
    expect(page.get_by_label(said("Your name"))).to_have_value("Teilnehmerin Muster")
    expect(page.get_by_role("alert")).to_have_count(0)
    second = fill_person(page, 2, "Frei", "Fleisch")
    second.get_by_label(said("Name"), exact=True).fill("Kollege Muster")
    page.wait_for_timeout(HUMAN_MILLISECONDS)
    page.get_by_role("button", name=said("Register with obligation to pay")).click()
    expect(page.get_by_role("alert")).to_contain_text("59,00")
    page.locator("#id_invoice_address").fill("Musterweg 1\n30159 Hannover")
    look(page, "anmelden")
    page.get_by_role("button", name=said("Register with obligation to pay")).click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("1")
    registration = Registration.objects.get(contact_email="muster@example.org")
    assert (registration.state, registration.seats) == (S.WAITING, 2)
    page.reload()
    expect(page.get_by_text(registration.code)).to_be_visible()
    look(page, "angemeldet")

    first = Registration.objects.exclude(pk=registration.pk).get()
    registrations.cancel(registration=first, by=None, now=timezone.now())
    page.goto(link_in_last_mail("events.offered"))
    assert Registration.objects.get(pk=registration.pk).state == S.OFFERED
    look(page, "angeboten")
    page.get_by_role("button", name=said("Yes, we come")).click()
    confirmed = counted("Your place is confirmed", "Your %(number)s places are confirmed", 2)
    expect(page.get_by_text(confirmed)).to_be_visible()
    assert Registration.objects.get(pk=registration.pk).state == S.CONFIRMED

    page.get_by_role("link", name=said("Cancel", "a registration"), exact=True).click()
    page.get_by_role("checkbox", name="Kollege Muster").check()
    page.get_by_role("button", name=said("Cancel now")).click()
    expect(page.get_by_role("listitem").filter(has_text="Teilnehmerin Muster")).to_have_count(1)
    page.get_by_role("link", name=said("Cancel", "a registration"), exact=True).click()
    page.get_by_role("button", name=said("Cancel now")).click()
    expect(page.get_by_text(said("This registration is cancelled"))).to_be_visible()
    assert Registration.objects.get(pk=registration.pk).state == S.CANCELLED


def test_enter_in_a_field_sends_the_form_and_adds_nobody(new_page, excursion):
    page = new_page(javascript=False)
    page.goto(f"/veranstaltungen/{excursion.pk}/anmelden/")
    page.get_by_label(said("Your name")).fill("Teilnehmerin Muster")

    page.get_by_label(said("Your name")).press("Enter")

    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("group", name=said("Person %(number)s", number=2))).to_have_count(0)


def test_sum_follows_what_is_chosen(page, excursion):
    page.goto(f"/veranstaltungen/{excursion.pk}/anmelden/")
    person = fill_person(page, 1, "Regulär", "Gemüse")
    expect(page.locator(".sum")).to_contain_text("59,00")

    person.get_by_role("checkbox", name="Abendessen").check()

    expect(page.locator(".sum")).to_contain_text("81,00")


@pytest.mark.parametrize(("width", "ending"), [(320, "/480.webp"), (1280, "/480.webp")])
def test_a_photo_comes_no_larger_than_the_screen_shows_it(new_page, excursion, look, axe, width, ending):
    photo = BytesIO()
    Image.effect_noise((1400, 900), 60).convert("RGB").save(photo, "JPEG")
    words = {"kind": "foto", "title": "Im Hof", "alt": "Menschen an einem langen Tisch", "credit": "Fotografin Muster"}
    documents.add(
        event=excursion, file=photo, by=None, now=timezone.now(),
        words={**words, "rights_cleared": True, "released": True},
    )  # fmt: skip
    page = new_page(width=width)
    page.goto(excursion.get_absolute_url())
    picture = page.get_by_role("img", name="Menschen an einem langen Tisch")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("img => img.complete && img.naturalWidth > 0", arg=picture.element_handle())

    assert picture.evaluate("img => img.currentSrc").endswith(ending)
    expect(page.get_by_role("figure")).to_contain_text("Fotografin Muster")
    look(page, f"foto-{width}")
    assert axe(page) == []
    assert no_wider_than(page, width)


def test_data_for_search_engines_troubles_no_policy(page, excursion, watch):
    page.goto(excursion.get_absolute_url())

    data = json.loads(page.locator('script[type="application/ld+json"]').text_content())

    assert data["name"] == "Exkursion Muster"
    assert watch.found == []


def test_embedded_list_stands_in_a_foreign_page_and_opens_outside(new_page, excursion, live_server):
    page = new_page()
    page.route("**/fremd/", lambda route: route.fulfill(
        content_type="text/html", body=f'<iframe src="{live_server.url}/veranstaltungen/einbetten/" title="x"></iframe>'
    ))  # fmt: skip
    page.goto("/fremd/")

    link = page.frame_locator("iframe").get_by_role("link", name="Exkursion Muster")

    expect(link).to_have_attribute("target", "_blank")
    assert page.context.cookies() == []


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (320, "light"), (1280, "dark")])
def test_pages_in_all_states_are_for_everybody(new_page, excursion, axe, width, theme):
    off = factories.event("Werkstatt Muster", starts_at=timezone.now() + timedelta(days=3), state=State.CALLED_OFF)
    long = factories.event("Wort" * 62, starts_at=timezone.now() + timedelta(days=4), short_text="ä" * 300)
    page = new_page(width=width, theme=theme)
    this_month = f"/veranstaltungen/monat/{timezone.localdate():%Y-%m}/"
    paths = [
        "/veranstaltungen/", "/veranstaltungen/?art=vortrag&frei=ja", this_month, off.get_absolute_url(),
        long.get_absolute_url(), f"/veranstaltungen/{excursion.pk}/anmelden/", "/veranstaltungen/einbetten/",
    ]  # fmt: skip

    found = {}
    for path in paths:
        page.goto(path)
        found[path] = [*axe(page), *([] if no_wider_than(page, width) else ["too wide"])]

    assert {path: faults for path, faults in found.items() if faults} == {}


def test_form_with_faults_is_for_everybody(new_page, excursion, axe):
    page = new_page(width=320)
    page.goto(f"/veranstaltungen/{excursion.pk}/anmelden/")
    page.get_by_role("button", name=said("Add one more person")).click()
    page.get_by_role("button", name=said("Register with obligation to pay")).click()
    expect(page.get_by_role("alert")).to_be_visible()

    assert axe(page) == []
    assert no_wider_than(page, 320)


@pytest.mark.parametrize("width", [1280, 320])
def test_pages_behind_the_link_are_for_everybody(new_page, excursion, axe, look, width):
    now = timezone.now()
    offered = factories.registration(excursion, seats=2, state=S.OFFERED)
    home = f"/anmeldung/{links.issue(offered, now=now)}/"
    page = new_page(width=width)
    receipt = f"/veranstaltungen/{excursion.pk}/anmelden/danke/{links.receipt(offered)}/"
    paths = [
        home,
        f"{home}aendern/",
        f"{home}absagen/",
        "/anmeldung/",
        receipt,
        "/veranstaltungen/einbetten/anleitung/",
    ]

    found = {}
    for number, path in enumerate(paths):
        page.goto(path)
        look(page, f"eigen-{number}-{width}")
        found[path] = [*axe(page), *([] if no_wider_than(page, width) else ["too wide"])]

    assert {path: faults for path, faults in found.items() if faults} == {}
