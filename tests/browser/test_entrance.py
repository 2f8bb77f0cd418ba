"""The entrance on a telephone: with a network, without one, from two devices, and gone when it is over."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from deele.events.models import Attendance
from deele.events.tests import factories
from deele.mail.tests.factories import office
from tests.browser.world import no_wider_than, said, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def event(site, settings):
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    made = factories.event("Fachtag Wohnen im Alter", area=factories.area())
    factories.registration(made, names=("Ute Ärmel",), organisation="Samtgemeinde Muster")
    factories.registration(made, seats=2, names=("Bo Adler", "Dr. Karl-Friedrich Mustermann-Beispielsen"))
    return made


@pytest.fixture
def door(event, new_page, live_server):
    """Makes telephones at the entrance."""
    person = factories.staff("veranstaltung")

    def make(width=360, **more):
        page = sign_in(new_page(width, **more), person, live_server.url)
        page.goto(reverse("events:desk-entrance", args=[event.pk]))
        return page

    return make


def row(page, name):
    return page.locator(".guest[data-person]").filter(has_text=name)


def present():
    return set(Attendance.objects.filter(present=True).values_list("participant__name", flat=True))


def saved(page):
    expect(page.locator("[data-net]")).to_have_text(said("Everything is saved"))


def ready(page):
    page.wait_for_selector("[data-ready]")


def test_taps_without_a_network_are_kept_through_a_reload_and_sent_when_it_is_back(door, watch, look):
    watch.expected = ["ERR_INTERNET_DISCONNECTED", "Failed to fetch"]
    phone = door()
    ready(phone)
    row(phone, "Ute").locator("button").click()
    saved(phone)
    phone.context.set_offline(True)
    row(phone, "Bo Adler").locator("button").click()
    expect(phone.locator("[data-net]")).to_contain_text(said("{n} waiting for the network").replace("{n}", "1"))
    look(phone, "einlass-ohne-netz")
    assert present() == {"Ute Ärmel"}

    phone.reload()
    expect(row(phone, "Bo Adler").locator("button")).to_have_attribute("aria-pressed", "true")
    expect(row(phone, "Ute").locator("button")).to_have_attribute("aria-pressed", "true")
    row(phone, "Ute").locator("button").click()
    expect(row(phone, "Ute").locator("button")).to_have_attribute("aria-pressed", "false")

    phone.context.set_offline(False)
    saved(phone)
    assert present() == {"Bo Adler"}
    assert Attendance.objects.count() == 2


def test_two_telephones_see_what_the_other_noted_and_who_was_added(door, event):
    left, right = door(), door()
    row(left, "Ute").locator("button").click()
    saved(left)
    factories.registration(event, names=("Gast Neu",))

    right.evaluate("window.dispatchEvent(new Event('online'))")

    expect(row(right, "Ute").locator("button")).to_have_attribute("aria-pressed", "true")
    expect(row(right, "Gast Neu")).to_be_visible()
    row(right, "Gast Neu").locator("button").click()
    row(right, "Ute").locator("button").click()
    saved(right)
    assert present() == {"Gast Neu"}


def test_last_tap_of_two_telephones_counts_though_one_was_without_a_network(door, watch):
    watch.expected = ["ERR_INTERNET_DISCONNECTED"]
    early, late = door(), door()
    early.context.set_offline(True)
    row(early, "Ute").locator("button").click()
    early.wait_for_timeout(2000)  # a tap is as old as it says when it arrives: a slow request makes it younger
    row(late, "Ute").locator("button").click()
    row(late, "Ute").locator("button").click()
    saved(late)

    early.context.set_offline(False)
    saved(early)

    expect(row(early, "Ute").locator("button")).to_have_attribute("aria-pressed", "false")
    assert present() == set()


def test_answer_that_got_lost_loses_and_doubles_nothing(door, watch):
    watch.expected = ["ERR_FAILED"]
    phone = door()
    lost = []

    def lose(route):
        route.fetch()
        lost.append(1)
        route.abort()

    phone.route("**/abgleich/", lose, times=1)
    row(phone, "Ute").locator("button").click()
    phone.wait_for_timeout(500)
    phone.evaluate("window.dispatchEvent(new Event('online'))")
    saved(phone)

    assert (lost, present(), Attendance.objects.count()) == ([1], {"Ute Ärmel"}, 1)


def test_search_filter_and_scanned_code(door, event, look, axe):
    phone = door()
    phone.locator("#entrance-q").fill("samtgemeinde")
    expect(phone.locator(".guest:visible")).to_have_count(1)
    phone.locator("#entrance-q").fill("")
    row(phone, "Ute").locator("button").click()
    saved(phone)
    phone.get_by_text(said("only who is still missing")).click()
    expect(phone.locator(".guest:visible")).to_have_count(2)
    look(phone, "einlass")
    assert axe(phone) == []
    assert no_wider_than(phone, 360)

    code = event.registrations.last().code
    phone.goto(f"{reverse('events:desk-entrance', args=[event.pk])}?code={code}")
    expect(phone.locator(".guest:visible")).to_have_count(2)


def test_list_is_deleted_from_the_device_on_wish_and_at_signing_out(door):
    phone = door()
    ready(phone)
    assert phone.evaluate("caches.keys()") != []

    phone.get_by_role("button", name=said("Delete the list from this device")).click()
    expect(phone.get_by_text(said("The list is gone from this device."))).to_be_visible()
    assert phone.evaluate("caches.keys()") == []
    assert phone.evaluate("Object.keys(localStorage).filter(key => key.startsWith('deele-entrance'))") == []

    phone.reload()
    ready(phone)
    phone.get_by_role("button", name=said("Sign out")).click()
    phone.wait_for_url("**/")
    assert phone.evaluate("caches.keys()") == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_without_a_script_every_tap_is_a_form(door, theme, look):
    phone = door(javascript=False, theme=theme)
    row(phone, "Ute").locator("button").click()
    assert present() == {"Ute Ärmel"}
    look(phone, f"einlass-{theme}")

    row(phone, "Ute").locator("button").click()
    assert present() == set()
