"""Somebody asks on an old small phone without scripts; the office answers, the person reads it and adds something."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from deele.advice.models import Enquiry, Responsibility
from deele.advice.tests import factories
from deele.directory.tests.factories import place, staff
from deele.mail.tests.factories import office
from deele.places.enums import NameKind
from deele.places.models import PlaceName
from tests.browser.world import HUMAN_MILLISECONDS, link_in_last_mail, no_wider_than, said, sign_in
from tests.sweep.enquiries import build

pytestmark = pytest.mark.browser
CONSENT = (
    "I agree that the office keeps and uses what I write here to answer me. Half a year after the answer it is "
    "deleted; that somebody asked is counted without my name. I can withdraw at any time by the link in the mail."
)


@pytest.fixture
def adviser(site, settings):
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    town = place()
    PlaceName.objects.create(place=town, name=town.name, kind=NameKind.OFFICIAL, folded=town.name.lower())
    person = staff("beratung")
    Responsibility.objects.create(area=factories.area(), adviser=person)
    return person


def press(page, words):
    page.get_by_role("button", name=said(words)).click()


def test_a_person_asks_and_is_answered_without_scripts(new_page, adviser, axe, live_server, look):
    page = new_page(320, javascript=False)
    page.goto(reverse("advice:ask"))
    assert no_wider_than(page, 320)
    look(page, "anfrage-320")
    page.get_by_label(said("What would you like to know?")).fill("Gibt es bei uns ein Wohnprojekt?")
    page.get_by_label(said("What is it about?")).select_option("einstieg")
    page.get_by_label(said("In which town or village?")).fill("Kirchlinteln")
    page.get_by_label(said("E-mail address")).fill("frage@example.org")
    page.get_by_role("checkbox", name=said(CONSENT)).check()
    page.wait_for_timeout(HUMAN_MILLISECONDS)
    press(page, "Send the question")
    expect(page.get_by_role("heading", level=1)).to_have_text(said("Thank you, your question is here"))
    look(page, "anfrage-danke-320")
    enquiry = Enquiry.objects.get()

    desk = new_page(1280, javascript=False)
    sign_in(desk, adviser, live_server.url)
    desk.goto(reverse("advice:inbox"))
    look(desk, "anfragen-eingang")
    desk.get_by_role("link", name=enquiry.code).click()
    look(desk, "anfrage-am-schreibtisch")
    desk.goto(reverse("advice:enquiry-answer", args=[enquiry.pk]))
    desk.locator("#id_text").fill("Ja, und Sie können es besuchen.")
    look(desk, "anfrage-antwort")
    press(desk, "Send the answer")

    page.goto(link_in_last_mail("advice.enquiry-answered"))
    expect(page.get_by_text("Ja, und Sie können es besuchen.")).to_be_visible()
    assert no_wider_than(page, 320)
    look(page, "anfrage-meine-320")
    page.get_by_label(said("What would you like to add?")).fill("Wann denn?")
    page.wait_for_timeout(HUMAN_MILLISECONDS)
    press(page, "Send")
    assert enquiry.messages.last().text == "Wann denn?"
    page.get_by_role("link", name=said("Withdraw my enquiry")).click()
    press(page, "Withdraw it")
    assert Enquiry.objects.get().text == ""


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (320, "dark")])
def test_no_page_of_enquiries_has_a_barrier(new_page, adviser, axe, live_server, look, width, theme):
    made = build(factories.area(), {"beratung": adviser})
    page = new_page(width, theme)
    public = (reverse("advice:ask"), reverse("advice:own", args=[made["enquiry-token"]]))
    for url in public:
        page.goto(url)
        assert axe(page) == [], url
        assert no_wider_than(page, width), url
    sign_in(page, adviser, live_server.url)
    names = ("enquiry", "enquiry-answer", "enquiry-state", "enquiry-assign", "enquiry-count")
    desk = [reverse(f"advice:{name}", args=[made["enquiry"]]) for name in names]
    desk += [reverse(f"advice:{name}") for name in ("inbox", "duties", "unanswered", "responsibility-new")]
    for number, url in enumerate(desk):
        page.goto(url)
        assert axe(page) == [], url
        assert no_wider_than(page, width), url
        look(page, f"anfragen-{width}-{number}")
