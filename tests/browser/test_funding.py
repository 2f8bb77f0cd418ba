"""Where does money come from, and which legal form do we need for it: a group finds its way without JavaScript."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from deele.accompaniment.models import Application, MoneyUse
from deele.accompaniment.tests import factories as plans
from deele.accompaniment.tests import money as plan_money
from deele.directory.enums import State
from deele.directory.tests import factories
from deele.funding.models import ProgrammeVersion
from deele.funding.tests import factories as funding
from deele.mail.tests.factories import office
from tests.browser.world import no_wider_than, said, sign_in

pytestmark = pytest.mark.browser
NO_RESERVE = "There is no reserve. Building costs more than planned nearly every time."
KEEPS = "This application keeps the version it began with. Differently now:"


@pytest.fixture
def money(site):
    """Two programmes, one of them not looked at for a year; a house of the Syndikat."""
    office(name="Büro Muster")
    today = timezone.localdate()
    fresh = funding.version(funding.programme("Dorfgeld Muster"), checked_on=today - timedelta(days=9))
    funding.round(fresh, deadline=today + timedelta(days=70))
    funding.version(funding.programme("Altgeld Muster"), checked_on=today - timedelta(days=365), purposes=["pflege_wg"])
    factories.entry("Haus Muster", kind="mehrgenerationenwohnen", legal_form="syndikat", state=State.PUBLISHED)
    return fresh


@pytest.mark.parametrize("width", [1280, 320])
def test_a_group_finds_money_and_a_legal_form_without_javascript(new_page, money, width):
    page = new_page(width, javascript=False)
    page.goto("/foerderung/")
    assert no_wider_than(page, width)

    page.get_by_role("link", name=said("group without a legal form")).click()
    page.get_by_role("link", name=said("Which legal form fits us?")).click()
    page.wait_for_load_state()
    assert no_wider_than(page, width)
    page.get_by_role("radio", name=said("Hardly any"), exact=True).check()
    page.get_by_role("radio", name=said("The Mietshäuser Syndikat")).check()
    page.get_by_role("button", name=said("Show what fits")).click()

    assert "kapital=keines" in page.url
    first = page.get_by_role("article").first
    expect(first.get_by_role("heading", level=3)).to_have_text(said("Mietshäuser Syndikat"))
    expect(first).to_contain_text(said("It works with hardly any money of one's own."))
    expect(first.get_by_role("link", name="Haus Muster")).to_be_visible()
    assert no_wider_than(page, width)

    page.goto("/foerderung/?wer=verein")
    page.get_by_role("link", name="Dorfgeld Muster").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dorfgeld Muster")
    expect(page.get_by_role("complementary")).to_contain_text(said("Next deadline"))
    with page.expect_download() as download:
        page.get_by_role("link", name=said("Deadlines for my calendar")).click()
    assert download.value.suggested_filename == "dorfgeld-muster.ics"
    assert no_wider_than(page, width)


def test_what_is_old_says_so_before_anything_else(page, money, axe):
    page.goto("/foerderung/?wofuer=pflege_wg")
    page.get_by_role("link", name="Altgeld Muster").click()

    warning = page.get_by_role("main").locator(".alert--warning")
    expect(warning).to_contain_text("365")
    assert warning.bounding_box()["y"] < page.get_by_role("heading", level=1).bounding_box()["y"]
    assert axe(page) == []


def test_an_adviser_confirms_a_programme_with_the_keyboard(page, money, live_server, settings, axe):
    settings.DEELE_SECOND_FACTOR = False
    sign_in(page, factories.staff("beratung"), live_server.url)
    page.goto("/schreibtisch/foerderung/?tab=pruefen")
    assert axe(page) == []

    page.get_by_role("link", name="Altgeld Muster").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name=said("Checked again today")).focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_contain_text(
        said("Checked today. Thank you: the website now shows the facts without a warning.")
    )
    assert axe(page) == []
    assert ProgrammeVersion.objects.get(programme__name="Altgeld Muster").checked_on == timezone.localdate()


@pytest.fixture
def plan(money, settings):
    """A plan with an adviser, a cost and an application that a later version of its programme overtook."""
    settings.DEELE_SECOND_FACTOR = False
    one = plans.plan(adviser=factories.staff("beratung"))
    plan_money.use(one)
    plan_money.source(one)
    old = money
    funding.version(old.programme, quota=80, valid_from=timezone.localdate() - timedelta(days=3))
    plan_money.application(one, version=old)
    return one


@pytest.mark.parametrize("width", [1280, 320])
def test_an_adviser_keeps_the_money_of_a_plan_with_the_keyboard(new_page, plan, live_server, axe, width):
    page = sign_in(new_page(width), plan.adviser, live_server.url)
    page.goto(f"/schreibtisch/begleitung/{plan.pk}/geld/")
    expect(page.get_by_role("main")).to_contain_text(said(NO_RESERVE))
    assert axe(page) == []
    assert no_wider_than(page, width)

    page.get_by_role("link", name=said("Add a cost")).focus()
    page.keyboard.press("Enter")
    page.get_by_label(said("What for")).select_option("ruecklage")
    page.get_by_label(said("Amount (euros)")).fill("75.000")
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).not_to_contain_text(said(NO_RESERVE))
    assert MoneyUse.objects.get(use="ruecklage").cents == 7_500_000

    page.get_by_role("link", name="Dorfgeld Muster").click()
    expect(page.get_by_role("main")).to_contain_text(said(KEEPS))
    assert axe(page) == []
    assert no_wider_than(page, width)
    page.get_by_label(said("It stands now at")).select_option("skizze")
    page.get_by_role("button", name=said("Write it down")).press("Enter")
    expect(page.get_by_role("status")).to_contain_text(said("Written down."))
    assert Application.objects.get().state == "skizze"


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (320, "dark")])
@pytest.mark.parametrize("path", ["/foerderung/", "/rechtsformen/", "/rechtsformen/?zweck=wohnen&kapital=keines"])
def test_public_pages_of_money_have_no_fault(new_page, money, axe, width, theme, path):
    page = new_page(width, theme)
    page.goto(path)

    assert axe(page) == []
    assert no_wider_than(page, width)
