"""Somebody writes a notice on an old small phone without scripts, until two who fit have met."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from deele.directory.tests import factories as directory
from deele.mail.tests.factories import office
from deele.notices.enums import KindKey, ProposalState, State
from deele.notices.models import Notice, Proposal
from deele.notices.tests import factories
from deele.places.enums import NameKind
from deele.places.models import PlaceName
from tests.browser.world import HUMAN_MILLISECONDS, link_in_last_mail, no_wider_than, said, sign_in

pytestmark = pytest.mark.browser
CONSENT = "The office may keep these facts, show them as chosen above, and write to me about this notice."
OWN_CONSENT = "I allow the office to count this in the search for what fits. Nobody gets to see it."


@pytest.fixture
def house(site, settings):
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    place = directory.place()
    PlaceName.objects.create(place=place, name=place.name, kind=NameKind.OFFICIAL, folded=place.name.lower())
    return factories.notice(
        kind=KindKey.PROJECT, title="Wohnhof Muster sucht zwei Haushalte", contact_email="projekt@example.org",
        contact_name="Projekt Muster", legal=["miete"], now=timezone.now(),
    )  # fmt: skip


def press(page, words):
    page.get_by_role("button", name=said(words)).click()


def test_a_person_writes_a_notice_and_is_introduced_without_scripts(new_page, house, axe, look):
    page = new_page(320, javascript=False)
    page.goto("/gesuche/")
    page.get_by_role("link", name=said("Write a notice")).click()
    page.get_by_role("link", name=said("Person looks for a project")).click()
    assert no_wider_than(page, 320)
    look(page, "gesuche-formular-320")
    page.get_by_label(said("In one line")).fill("Zu zweit aufs Land, gern mit Garten")
    page.get_by_label(said("In your own words")).fill(factories.TEXT)
    page.get_by_label(said("Where? (town, district or state)")).fill("Kirchlinteln")
    page.get_by_role("checkbox", name=said("rent")).check()
    page.get_by_role("checkbox", name=said("usable with a wheelchair")).check()
    page.get_by_label(said("Your name")).fill("Person Muster")
    page.get_by_label(said("Your e-mail address")).fill("person@example.org")
    page.get_by_role(
        "checkbox",
        name=said("The office may keep these facts, show them as chosen above, and write to me about this notice."),
    ).check()
    page.wait_for_timeout(HUMAN_MILLISECONDS)
    press(page, "Send")
    expect(page.get_by_role("main").get_by_role("alert")).to_be_visible()  # the need has a consent of its own
    page.get_by_role("checkbox", name=said(OWN_CONSENT)).check()
    press(page, "Send")
    expect(page.get_by_role("heading", level=1)).to_have_text(said("Thank you! One more step."))

    page.goto(link_in_last_mail("notices.prove"))
    press(page, "Yes, hand it in")
    notice = Notice.objects.get(contact_email="person@example.org")
    assert notice.state == State.SUBMITTED
    factories.walk(notice, State.ACTIVE, timezone.now())

    page.goto(link_in_last_mail("notices.published"))
    expect(page.get_by_text(said("It takes part"), exact=True)).to_be_visible()
    assert no_wider_than(page, 320)
    look(page, "gesuche-mein-320")
    page.get_by_role("link", name="Wohnhof Muster sucht zwei Haushalte").click()
    press(page, "Yes, I would like to meet")
    expect(page.get_by_text(said("You said yes"), exact=True)).to_be_visible()

    other = new_page(javascript=False)
    other.goto(link_in_last_mail("notices.interest"))
    look(other, "gesuche-vorschlag")
    press(other, "Yes, I would like to meet")
    expect(other.get_by_text(said("You are introduced to each other"), exact=True)).to_be_visible()
    assert Proposal.objects.get().state == ProposalState.INTRODUCED

    page.goto(link_in_last_mail("notices.link"))
    page.get_by_role("link", name=said("Delete everything")).click()
    press(page, "Yes, delete everything")
    expect(page.get_by_role("heading", level=1)).to_have_text(said("It is deleted"))


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (320, "dark")])
def test_no_page_of_notices_has_a_barrier(new_page, house, axe, live_server, look, width, theme):
    notice = factories.notice(now=timezone.now(), legal=["miete"])
    proposal, token = Proposal.objects.get(), factories.token(notice)
    pages = [
        reverse("notices:list"), reverse("notices:choose"), reverse("notices:submit", args=[KindKey.PERSON]),
        notice.get_absolute_url(), reverse("notices:message", args=[notice.pk]), reverse("notices:ask-link"),
        *(reverse(f"notices:{name}", args=[token]) for name in ("hold", "hold-change", "hold-found", "hold-withdraw")),
        reverse("notices:hold-proposal", args=[token, proposal.pk]),
    ]  # fmt: skip
    desk = [
        reverse("notices:desk-list") + "?tab=alle", notice.desk_url(), reverse("notices:desk-proposals"),
        proposal.desk_url(),
    ]  # fmt: skip
    page = new_page(width, theme)
    for url in pages:
        page.goto(url)
        assert axe(page) == [], url
        assert no_wider_than(page, width), url
    sign_in(page, directory.staff("beratung"), live_server.url)
    for number, url in enumerate(desk):
        page.goto(url)
        look(page, f"gesuche-desk-{number}-{width}")
        assert axe(page) == [], url
        assert no_wider_than(page, width), url
