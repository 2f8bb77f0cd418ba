"""A case as an adviser lives it: made with one key, written on, hinted at, closed; also narrow and without scripts."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from deele.advice.actions import cases as case_actions
from deele.advice.actions import confidential
from deele.advice.models import Case
from deele.advice.tests import factories as advice
from deele.advice.tests.factories import NOW
from deele.directory.tests import factories
from deele.mail.tests.factories import office
from tests.browser.world import no_wider_than, said, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def adviser(site, settings):
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    advice.area()
    advice.area("pflege")
    return factories.staff("beratung")


def test_a_contact_becomes_a_case_with_one_key_and_a_note_is_hinted_at(page, adviser, live_server, axe, look):
    advice.contact(by=adviser, topics=["recht", "geld"])
    sign_in(page, adviser, live_server.url)
    page.goto("/schreibtisch/beratung/")
    button = page.get_by_role("button", name=said("Make it a case"))
    expect(button).to_have_attribute("accesskey", "f")  # Chromium without a window knows no access keys
    button.press("Enter")
    expect(page.get_by_role("heading", name=said("Timeline"))).to_be_visible()
    case = Case.objects.get()
    assert axe(page) == []

    note = page.get_by_label(said("Note on the case"), exact=True)
    note.fill("Frau Muster hat Pflegegrad 2, Tel. 0511 1234567")
    hint = page.locator(".hint:visible")
    expect(hint).to_contain_text(said("something about health"))
    expect(hint).to_contain_text(said("a telephone number"))
    look(page, "case-hint")
    assert axe(page) == []
    note.fill("Ruft am Montag wieder an.")
    expect(hint).to_have_count(0)
    page.get_by_role("button", name=said("Keep the note")).click()
    expect(page.locator(".timeline").get_by_text("Ruft am Montag wieder an.")).to_be_visible()

    page.get_by_role("link", name=said("Close it")).click()
    assert axe(page) == []
    page.get_by_role("button", name=said("Do it")).click()
    refused = said("Please tick what came of it: the results are what remains of a case.")
    expect(page.get_by_text(refused).first).to_be_visible()
    page.get_by_label("Information gegeben").check()
    look(page, "case-close")
    page.get_by_role("button", name=said("Do it")).click()
    case.refresh_from_db()
    assert (case.state, case.results) == ("abgeschlossen", ["information_gegeben"])


PAGES = (
    "advice:cases", "advice:case-new", "advice:case-loads", "advice:case", "advice:case-change", "advice:case-referral",
    "advice:case-people", "advice:case-confidential", "advice:case-document-new", "advice:case-count-only",
)  # fmt: skip


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_of_a_case_are_readable_narrow_and_wide(new_page, adviser, live_server, axe, look, width):
    case = advice.named_case(by=adviser, due_on=NOW.date())
    factories.entry("Beratungsstelle Muster", kind="beratungsstelle_wohnprojekte", state="veroeffentlicht")
    confidential.write(case=case, words="Nur für uns.", version=0, by=adviser, now=NOW)
    case_actions.open_from_contact(contact=advice.contact(by=adviser), by=adviser, now=NOW)
    page = sign_in(new_page(width, javascript=width > 320), adviser, live_server.url)

    for name in PAGES:
        args = [] if name in ("advice:cases", "advice:case-new", "advice:case-loads") else [case.pk]
        page.goto(reverse(name, args=args))
        assert no_wider_than(page, width), name
        if width > 320:
            assert axe(page) == []
        look(page, f"{name.partition(':')[2]}-{width}")


def test_whoever_leads_opens_a_case_with_a_reason(page, adviser, live_server, axe, look):
    case = advice.named_case(by=adviser)
    sign_in(page, factories.staff("leitung"), live_server.url)
    page.goto("/schreibtisch/")
    page.get_by_role("link", name=said("Open a case with a reason")).click()
    page.get_by_label(said("Number of the case")).fill(case.number)
    page.get_by_label(said("Reason")).fill("Eine Beschwerde liegt vor.")
    page.get_by_role("button", name=said("Open it"), exact=True).click()
    expect(page.get_by_text("Ratsuchende Muster").first).to_be_visible()
    assert axe(page) == []
    look(page, "case-opened")
