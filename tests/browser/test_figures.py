"""Figures by keyboard and on a narrow screen: from the first page to the list behind a number."""

from datetime import date

import pytest
from playwright.sync_api import expect

from deele.advice.tests import factories as advice
from deele.directory.tests import factories
from deele.mail.tests.factories import office
from tests.browser.world import no_wider_than, said, sign_in

pytestmark = pytest.mark.browser
HOME = "/schreibtisch/zahlen/"
YEAR = "?von=2026-01-01&bis=2026-12-31"


@pytest.fixture
def lead(site, settings):
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    for topic in ("recht", "recht", "geld"):
        advice.contact(topics=[topic], happened_on=date(2026, 3, 3))
    return factories.staff("leitung")


def test_from_the_first_page_to_the_list_by_keyboard(page, lead, live_server, axe):
    sign_in(page, lead, live_server.url)
    page.goto(HOME + YEAR)
    axe(page)
    page.get_by_role("link", name=said("First consultations")).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/B1/**")
    axe(page)
    page.get_by_role("link", name=said("Topic"), exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/thema/**")
    page.get_by_role("row", name="Recht").get_by_role("link").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/liste/**")

    expect(page.get_by_role("status").filter(has_text="2")).to_be_visible()
    axe(page)


@pytest.mark.parametrize("address", [HOME + YEAR, f"{HOME}B1/thema/{YEAR}", f"{HOME}B1/liste/{YEAR}", f"{HOME}aussen/"])
def test_nothing_is_wider_than_a_small_phone(new_page, lead, live_server, axe, address):
    page = sign_in(new_page(width=320), lead, live_server.url)
    page.goto(address)

    assert no_wider_than(page, 320)
    axe(page)
