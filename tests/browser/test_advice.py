"""Logging a contact while the telephone is still warm: with the keyboard alone, in a few keys."""

import os
import time

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from deele.advice.models import Contact
from deele.advice.tests import factories as advice
from deele.directory.tests import factories
from deele.mail.tests.factories import office
from deele.places.enums import NameKind
from deele.places.models import PlaceName
from tests.browser.world import no_wider_than, said, sign_in

pytestmark = pytest.mark.browser
MOST_KEYS = 40  # at four keys a second a slow typist is done in ten seconds


class Keys:
    """A keyboard that counts."""

    def __init__(self, page):
        self.page, self.pressed = page, 0

    def type(self, text):
        self.page.keyboard.type(text, delay=60)
        self.pressed += len(text)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1


@pytest.fixture
def adviser(site, settings):
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    advice.area()
    place = factories.place()
    PlaceName.objects.create(place=place, name=place.name, kind=NameKind.OFFICIAL, folded=place.name.lower())
    return factories.staff("beratung")


def test_a_call_is_logged_with_the_keyboard_alone(page, adviser, live_server, axe, look):
    sign_in(page, adviser, live_server.url)
    page.goto("/schreibtisch/beratung/")
    axe(page)
    keys, began = Keys(page), time.perf_counter()

    keys.type("komm")  # who: the list follows the letters
    keys.press("Tab")
    keys.type("Kirchlinteln")
    keys.press("Tab")
    keys.type("rec")
    keys.press("Tab", "Tab", "Tab", "Tab", "Tab")
    keys.press("Enter")
    expect(page.get_by_text(said("Logged by you"))).to_be_visible()
    contact = Contact.objects.get()
    expect(page.get_by_text(contact.code).first).to_be_visible()

    seconds = time.perf_counter() - began
    if os.environ.get("DEELE_SHOTS"):
        print(f"{keys.pressed} keys, {seconds:.1f} s")  # noqa: T201  the figure one asks for by DEELE_SHOTS
    assert keys.pressed <= MOST_KEYS
    assert (contact.audience, contact.topics, contact.channel) == ("kommune_politik", ["recht"], "telefon")
    assert contact.happened_on == timezone.localdate()
    look(page, "advice-logged")
    axe(page)


def test_without_a_script_on_a_narrow_screen_faults_are_named_and_nothing_is_lost(
    new_page, adviser, live_server, axe, look
):
    template = advice.template()
    page = sign_in(new_page(320, javascript=False), adviser, live_server.url)
    page.goto("/schreibtisch/beratung/")
    page.get_by_role("link", name=template.title).click()
    page.get_by_role("button", name=said("Log it")).click()

    expect(
        page.get_by_text(said("Please name a place, at least the district, or say below that none was told."))
    ).to_have_count(2)
    page.get_by_label(said("From where? (town, postcode)")).fill("Kirchlinteln")
    page.get_by_role("button", name=said("Log it")).click()

    expect(page.get_by_text(said("Logged by you"))).to_be_visible()
    assert Contact.objects.get().topics == template.topics
    assert no_wider_than(page, 320)
    look(page, "advice-narrow")
    page.goto("/schreibtisch/beratung/liste/")
    assert no_wider_than(page, 320)
    look(page, "advice-list-narrow")
