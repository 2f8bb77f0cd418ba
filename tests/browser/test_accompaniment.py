"""A group on a small phone without scripts, its adviser by keyboard: a milestone is told and taken over."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from deele.accompaniment.actions import group as actions
from deele.accompaniment.actions.plans import seed
from deele.accompaniment.models import Milestone
from deele.accompaniment.tests import factories
from deele.directory.tests.factories import staff
from deele.mail.tests.factories import office
from tests.browser.world import HUMAN_MILLISECONDS, link_in_last_mail, no_wider_than, said, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def plan(site, settings):
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    found = factories.plan("Hof am Anger (Muster)", adviser=staff("beratung"))
    seed(found)
    return found


def test_a_group_tells_a_milestone_and_the_adviser_takes_it_over(new_page, plan, axe, live_server, look):
    member = factories.member(plan)
    actions.send_link(member=member, by=plan.adviser, now=timezone.now())
    page = new_page(320, javascript=False)
    page.goto(link_in_last_mail("accompaniment.group"))
    expect(page.get_by_role("heading", level=1)).to_have_text(plan.title)
    assert no_wider_than(page, 320)
    look(page, "gruppe-320")
    first = Milestone.objects.filter(plan=plan, phase=plan.phase).first()
    page.get_by_role("link", name=first.title).first.click()
    page.locator("#id_day").fill("2026-01-15")
    look(page, "gruppe-vorschlag-320")
    page.wait_for_timeout(HUMAN_MILLISECONDS)
    page.locator("main form button.button--primary, main form .actions button").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(plan.title)

    desk = new_page(1280)
    sign_in(desk, plan.adviser, live_server.url)
    desk.goto(reverse("accompaniment:group", args=[plan.pk]))
    axe(desk)
    desk.get_by_label(said("A word to the group (needed when you decline)")).focus()
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text(said("taken over")).first).to_be_visible()
    first.refresh_from_db()
    assert str(first.done_on) == "2026-01-15"
    desk.goto(reverse("accompaniment:plan", args=[plan.pk]))
    assert no_wider_than(desk, 1280)
    axe(desk)
    look(desk, "vorhaben")
