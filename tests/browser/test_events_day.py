"""The pages around the day of an event: accessible, and no wider than a telephone."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from deele.audit.actions import reference
from deele.events.actions import around, attendance, billing, links, registrations, volunteers
from deele.events.enums import OptionKind
from deele.events.models import Certificate, Feedback
from deele.events.tests import factories
from deele.mail.tests.factories import office
from deele.money import queries as money_queries
from deele.money.actions import drawing, payments
from deele.money.tests import factories as money
from tests.browser.world import no_wider_than, said, sign_in

pytestmark = pytest.mark.browser
NAMES = ("Ute Ärmel", "Bo Adler", "Dr. Karl-Friedrich Mustermann-Beispielsen", "Zoe Muster")


@pytest.fixture
def event(site, settings):
    settings.DEELE_SECOND_FACTOR = False
    office(name="Büro Muster")
    carrier = money.carrier()
    money.billing(carrier)
    made = factories.event(
        "Schulung Wohnberatung", area=factories.area(carrier=carrier), days=3, certificate_hours=18,
        venue="Rathaus Muster", town="Musterstadt",
    )  # fmt: skip
    factories.option(made, kind=OptionKind.LUNCH)
    price = factories.price(made)
    for name in NAMES:
        row = factories.registration(
            made, names=(name,), organisation="Samtgemeinde Muster", place=factories.place(), total_cents=5900
        )
        row.participants.update(price=price, price_cents=5900, on_list=True)
    factories.place("03402", "Landkreis Emsmuster", district_key="03402")
    return made


@pytest.fixture
def there(event):
    """Everybody came on all days."""
    now = timezone.now()
    people = [row.participants.get() for row in event.registrations.all()]
    taps = [attendance.tap_now(one, day.pk, present=True, now=now) for one in people for day in event.days.all()]
    attendance.note(event=event, taps=taps, sent_at=now, by=None, now=now)
    return people


@pytest.fixture
def lead(event, new_page, live_server):
    person = factories.staff("leitung")

    def make(width=1280):
        return sign_in(new_page(width), person, live_server.url)

    return make


def visit(page, address, look, axe, name, width):
    page.goto(address)
    look(page, f"tag-{name}-{width}")
    assert axe(page) == []
    assert no_wider_than(page, width)


@pytest.mark.parametrize("width", [1280, 320])
def test_pages_of_the_desk_read_well(lead, event, there, look, axe, width):
    page = lead(width)
    billing.bill_together(event=event, by=None, now=timezone.now())
    drawing.draw_waiting(timezone.now)
    for grade in (5, 4, 5, 3, 4, 2):
        Feedback.objects.create(event=event, given_on=timezone.localdate(), answers={"overall": grade, "good": "Alles"})
    page.goto(reverse("events:desk-certificates", args=[event.pk]))
    page.locator("main form button").first.click()
    expect(page.locator(".alert--success")).to_be_visible()
    volunteers.take_over(event=event, participants=[one.pk for one in there[:2]], by=None, now=timezone.now())

    for name in (
        "lists",
        "entrance",
        "walk-in",
        "attendance",
        "certificates",
        "feedback",
        "billing",
        "volunteers-take",
    ):
        visit(page, reverse(f"events:desk-{name}", args=[event.pk]), look, axe, name, width)
    visit(page, reverse("events:desk-volunteers"), look, axe, "volunteers", width)
    page.locator(".served a").first.click()
    assert axe(page) == []
    look(page, f"tag-volunteer-{width}")


@pytest.mark.parametrize("width", [1280, 320])
def test_pages_for_everybody_read_well(event, there, lead, new_page, look, axe, width):
    staff, page = lead(), new_page(width)
    billing.bill_together(event=event, by=None, now=timezone.now())
    drawing.draw_waiting(timezone.now)
    staff.goto(reverse("events:desk-certificates", args=[event.pk]))
    staff.locator("main form button").first.click()
    expect(staff.locator(".alert--success")).to_be_visible()
    certificate = Certificate.objects.first()
    now = timezone.now()
    hold = links.issue(certificate.participant.registration, now=now)

    visit(page, f"{reverse('events:certificate')}?code={certificate.code}", look, axe, "check", width)
    expect(page.get_by_text(said("This certificate is genuine"))).to_be_visible()
    visit(page, f"{reverse('events:certificate')}?code=K7M4", look, axe, "check-unknown", width)
    visit(page, reverse("events:hold", args=[hold]), look, axe, "hold", width)
    token = around.feedback_token(event, "gast@example.org", now)
    visit(page, reverse("events:feedback", args=[token]), look, axe, "feedback-form", width)
    page.locator("input[type=radio]").first.check()
    page.locator("main form button").click()
    expect(
        page.get_by_text(said("Your answers have arrived. They help us make the next event better."))
    ).to_be_visible()
    assert Feedback.objects.count() == 1


@pytest.mark.parametrize("width", [1280, 320])
def test_money_goes_back_from_ones_own_page_to_the_list(event, lead, new_page, look, axe, width):
    now = timezone.now()
    rows = list(event.registrations.all()[:2])
    billing.bill_together(event=event, by=None, now=now)
    drawing.draw_waiting(timezone.now)
    for row in rows:
        (bill,) = money_queries.about(reference(row))
        payments.book(invoice=bill, amount_cents=5900, booked_on=timezone.localdate(), by=None, now=now)
        registrations.cancel(registration=row, by=None, now=now)
        billing.settle(registration=row, by=None, now=now)
    drawing.draw_waiting(timezone.now)
    page, staff = new_page(width), lead(width)
    page.goto(reverse("events:hold", args=[links.issue(rows[0], now=now)]))
    page.locator("a[href$='/erstattung/']").click()
    assert axe(page) == []
    look(page, f"tag-own-refund-{width}")
    page.get_by_label("IBAN").fill(money.IBAN)
    page.locator("[name=holder]").fill("Samtgemeinde Muster")
    page.locator("main form button").first.click()
    expect(page.locator(".alert--success")).to_be_visible()

    staff.goto(reverse("events:desk-billing", args=[event.pk]))
    look(staff, f"tag-billing-refund-{width}")
    staff.locator("a[href$='/erstattungen/']").last.click()
    expect(staff.get_by_text("DE02 1203 0000 0000 2020 51")).to_be_visible()
    assert axe(staff) == []
    assert no_wider_than(staff, width)
    look(staff, f"tag-refunds-{width}")
    visit(staff, reverse("events:desk-refund-account", args=[event.pk, rows[1].pk]), look, axe, "refund-account", width)
