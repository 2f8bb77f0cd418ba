"""The way of a member through the alliance: real members come in as facts, the office's own words are entered through
the forms, marked, matched, and both sides meet (issue 5, D1). Facts as told on the alliance's site, node/177 and 193,
in words of our own; the people are invented roles."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from deele.alliance import tasks
from deele.alliance.actions import imports
from deele.alliance.enums import State
from deele.alliance.enums.marks import MarkState, MatchState
from deele.alliance.models import Delegate, Mark, Match, Membership
from deele.alliance.readers.members import starter
from deele.directory.tests.factories import staff
from deele.mail.models import OutgoingMail
from deele.mail.tests.factories import office
from deele.places.tests.factories import load_starter as load_places
from tests.browser.world import HUMAN_MILLISECONDS, link_in_last_mail, no_wider_than, said, sign_in

pytestmark = pytest.mark.browser
DESK = "/schreibtisch/buendnis/"
OFFICE_WORDS = {
    "portrait": "Wir arbeiten seit 2008 im ganzen Land für neue Wohnformen. Menschen sollen bleiben können, wo sie zu "
    "Hause sind, auch mit Hilfe und Pflege.",
    "understanding": "Wohnen hat eine soziale Seite: gewachsene Nachbarschaften und Nachbarschaftshilfe, die jemand "
    "trägt. Sie brauchen Treffpunkte, bezahlte Unterstützung und die Aufmerksamkeit der Kommunalpolitik.",
    "expects": "Wir wünschen uns ein dauerhaftes Netzwerk mit Austausch von Erfahrungen. Es soll keine "
    "Parallelstrukturen geben. Wir hoffen auf gemeinsame Veranstaltungen und ein gemeinsames Vorgehen in der Praxis "
    "und gegenüber der Politik.",
    "contributes": "Wir bieten unseren Newsletter als Kanal. Wir arbeiten in Arbeitsgruppen mit. Wir vermitteln gute "
    "Beispiele mit Kontakten. Wir haben lange Erfahrung in der Beratung gemeinschaftlicher Projekte. Wir führen ein "
    "Verzeichnis der Projekte und der Beratungsstellen vor Ort.",
}
TOWNS_WORDS = {
    "expects": "Wir hoffen auf gute Ideen und Beispiele, die sich übertragen lassen. Wir wünschen uns Anerkennung für "
    "das, was Kommunen schon tun.",
    "contributes": "Wir bringen die Kommunen als Anker vor Ort ein.",
}


def press(page, label, context="", **more):
    page.locator("main").get_by_role("button", name=said(label, context, **more), exact=True).first.click()


@pytest.fixture
def house(site, settings):
    settings.DEELE_SECOND_FACTOR = False
    load_places()
    office(name="Büro Muster")
    imports.take_in(rows=starter(), now=timezone.now())
    return {number: Membership.objects.get(external_id=number) for number in ("am-001", "am-002")}


def add_person(desk, member, name, email):
    """The office notes who acts for a member; they get a link."""
    desk.goto(f"{DESK}{member.pk}/personen/neu/")
    desk.locator("#id_name").fill(name)
    desk.locator("#id_email").fill(email)
    desk.locator("main form button[type=submit]").first.click()
    expect(desk.get_by_text(name).first).to_be_visible()
    return Delegate.objects.get(email=email)


def enter(page, link):
    """By the link of the mail onto the own pages."""
    page.goto(link)
    page.wait_for_timeout(HUMAN_MILLISECONDS)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/buendnis/mein/**")


def write_profile(page, words):
    page.goto("/buendnis/mein/profil/")
    for name, text in words.items():
        page.locator(f"#id_{name}").fill(text)
    press(page, "Send to the office")
    expect(page.get_by_text(said("Your draft is with the office")).first).to_be_visible()


def agree(desk, member):
    """The office reads the draft, agrees, and makes the member public."""
    desk.goto(f"{DESK}{member.pk}/")
    press(desk, "Agree to it")
    member.refresh_from_db()
    if member.state != State.PUBLISHED:
        desk.locator("aside .moves button").first.click()
    member.refresh_from_db()
    assert member.is_public


def take_all(page, tell):
    """Let the rules look, read each proposal, take it."""
    page.goto("/buendnis/mein/stellen/")
    press(page, "Look for proposals")
    tell(page)
    while page.get_by_role("button", name=said("Yes, take it"), exact=True).count():
        press(page, "Yes, take it")


def mark_by_hand(page, quote, kind):
    """What no rule sees: the member marks the words itself."""
    page.goto("/buendnis/mein/stellen/neu/")
    page.locator("#id_field").select_option("contributes")
    page.locator("#id_quote").fill(quote)
    page.locator("#id_kind").select_option(kind)
    page.locator("#id_everywhere").check()
    page.locator("main form button[type=submit]").last.click()
    expect(page.get_by_text(said("Marked. The text stays as it is."))).to_be_visible()


def test_members_come_in_speak_for_themselves_and_meet(new_page, house, live_server, axe, look):
    ours, towns = house["am-001"], house["am-002"]
    desk = sign_in(new_page(1280), staff("leitung"), live_server.url)
    phone, hall = new_page(320, javascript=False), new_page(1280)

    add_person(desk, ours, "Beraterin Muster", "beraterin@example.org")
    enter(phone, link_in_last_mail("alliance.sign-in"))
    add_person(desk, towns, "Referentin Muster", "referentin@example.org")
    enter(hall, link_in_last_mail("alliance.sign-in"))
    write_profile(phone, OFFICE_WORDS)
    write_profile(hall, TOWNS_WORDS)
    look(hall, "buendnis-meine-seiten")
    desk.goto(f"{DESK}{ours.pk}/")
    look(desk, "buendnis-entwurf")
    for member in (ours, towns):
        agree(desk, member)

    take_all(phone, lambda page: look(page, "stellen-vorschlaege-320"))
    take_all(hall, lambda page: look(page, "stellen-vorschlaege"))
    axe(hall)
    marked = Mark.objects.filter(profile__membership=ours, state=MarkState.CONFIRMED)
    assert {"dauerhaftes_netzwerk", "parallelstrukturen_vermeiden"} <= set(marked.values_list("kind", flat=True))
    mark_by_hand(phone, "Wir haben lange Erfahrung", "fachexpertise")
    assert ours.profile.expects == OFFICE_WORDS["expects"], "the text stays as written"

    meet(desk, phone, hall, look, axe)

    stranger = new_page(1280)
    stranger.goto(ours.get_absolute_url())
    expect(stranger.get_by_text("Parallelstrukturen").first).to_be_visible()
    assert "beraterin@example.org" not in stranger.content()
    look(stranger, "mitglied")
    for path, name in (("", "wer-kann-was"), ("matrix/", "matrix")):
        stranger.goto(f"/buendnis/wer-kann-was/{path}")
        axe(stranger)
        look(stranger, name)


def meet(desk, phone, hall, look, axe):
    """The nightly run finds a pair; the office asks both; only when both said yes does each see the other's address."""
    tasks.match(timezone.now())
    match = Match.objects.get()  # of two members one pair is asked about at a time
    desk.goto(f"{DESK}treffer/{match.pk}/")
    look(desk, "treffer-schreibtisch")
    axe(desk)
    press(desk, "Ask both sides")
    asked = OutgoingMail.objects.filter(purpose="alliance.match-question")
    assert {mail.to for mail in asked} == {"beraterin@example.org", "referentin@example.org"}

    phone.goto(f"/buendnis/mein/treffer/{match.pk}/")
    press(phone, "Yes, we would like to meet")
    assert "referentin@example.org" not in phone.content()
    hall.goto(f"/buendnis/mein/treffer/{match.pk}/")
    look(hall, "treffer")
    assert "beraterin@example.org" not in hall.content()
    press(hall, "Yes, we would like to meet")
    expect(hall.get_by_role("link", name="beraterin@example.org")).to_be_visible()
    phone.reload()
    expect(phone.get_by_role("link", name="referentin@example.org")).to_be_visible()
    assert no_wider_than(phone, 320)
    look(phone, "treffer-320")
    match.refresh_from_db()
    assert match.state == MatchState.AGREED
