"""Money back: who gets it, to which account, once, and the account goes with it."""

import io

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from deele.audit.models import Entry
from deele.events.actions import billing, links, refunds
from deele.events.enums import RegistrationState, State
from deele.events.models import RefundAccount, Registration
from deele.events.queries import refunds as queries
from deele.events.tests import factories
from deele.events.tests.test_billing import NOW, booked, event  # noqa: F401  fixtures
from deele.money.actions import payments
from deele.money.models import Invoice, Payment
from deele.money.tests.factories import IBAN
from deele.privacy.actions import erasure

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def owed(booked):  # noqa: F811  as above
    """Billed, paid, cancelled without a fee."""
    billing.settle(registration=booked, by=None, now=NOW)
    payments.book(invoice=Invoice.objects.get(), amount_cents=11800, booked_on=NOW.date(), by=None, now=NOW)
    Registration.objects.update(state=RegistrationState.CANCELLED)
    billing.settle(registration=booked, by=None, now=NOW)
    return Registration.objects.get()


@pytest.fixture
def desk(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(factories.staff("veranstaltung"))
    return client


def page_of(owed, name="desk-refunds", *more):
    return reverse(f"events:{name}", args=[owed.event_id, *more])


def test_who_paid_and_cancelled_stands_on_the_list_and_who_did_not_pay_does_not(owed):
    other = factories.registration(owed.event)

    (row,) = queries.refunds(owed.event)

    assert (row.registration, row.cents, row.purpose, row.payee) == (owed, 11800, "RE-2026-0001", "Gemeinde Muster")
    assert queries.refund(other) is None


def test_event_called_off_owes_everybody_who_paid(booked):  # noqa: F811  as above
    billing.settle(registration=booked, by=None, now=NOW)
    payments.book(invoice=Invoice.objects.get(), amount_cents=11800, booked_on=NOW.date(), by=None, now=NOW)
    type(booked.event).objects.update(state=State.CALLED_OFF)
    billing.settle(registration=booked, by=None, now=NOW)

    assert [row.cents for row in queries.refunds(booked.event)] == [11800]


def test_account_named_on_ones_own_page_is_on_the_list_and_goes_with_the_money(owed, client, desk):
    token = links.issue(owed, now=timezone.now())
    page = reverse("events:own-refund", args=[token])
    assert page in client.get(reverse("events:hold", args=[token])).content.decode()

    wrong = client.post(page, {"holder": "Gemeinde Muster", "iban": "DE02120300000000202052"})
    right = client.post(page, {"holder": "Gemeinde\r\nMuster", "iban": "DE02 1203 0000 0000 2020 51"})
    again = client.get(page).content.decode()
    book = openpyxl.load_workbook(io.BytesIO(desk.get(page_of(owed, "desk-refunds-file")).content))

    assert (wrong.status_code, right.status_code) == (200, 302)
    assert IBAN not in again  # a link in foreign hands reads nothing
    assert list(book.active.values)[1][2:6] == ("Gemeinde Muster", IBAN, 118, "RE-2026-0001")
    assert "DE02 1203 0000 0000 2020 51" in desk.get(page_of(owed)).content.decode()
    assert not any(IBAN in f"{line.about_name} {line.data}" for line in Entry.objects.all())

    for _click in range(2):
        assert desk.post(page_of(owed, "desk-refund-paid", owed.pk)).status_code == 302

    assert [one.amount_cents for one in Payment.objects.order_by("pk")] == [11800, -11800]
    assert not RefundAccount.objects.exists()
    assert queries.refunds(owed.event) == []
    assert client.get(page).status_code == 302


def test_account_is_typed_at_the_desk(owed, desk):
    page = page_of(owed, "desk-refund-account", owed.pk)

    assert desk.post(page, {"holder": "", "iban": IBAN}).status_code == 200
    assert desk.post(page, {"holder": "Kasse", "iban": IBAN}).status_code == 302
    assert IBAN in desk.get(page).content.decode()
    assert RefundAccount.objects.get().holder == "Kasse"


def test_account_goes_when_its_person_is_erased(owed):
    refunds.give_account(registration=owed, holder="Kasse Muster", iban=IBAN, by=None, now=NOW)

    erasure.erase_person(email=owed.contact_email, now=NOW, by=None)

    assert not RefundAccount.objects.filter(iban=IBAN).exists()
