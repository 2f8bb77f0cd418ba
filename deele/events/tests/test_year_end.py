"""An event moved across the end of the year: numbers belong to the year of issue, cancellations to theirs."""

from datetime import datetime, timedelta

import pytest

from deele.audit.actions import reference
from deele.events.actions import billing, life, registrations
from deele.events.models import Event
from deele.events.tests import registering
from deele.events.tests.registering import BERLIN
from deele.money.enums import Kind
from deele.money.models import Invoice, Sequence
from deele.money.tests import factories as money

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
DECEMBER = datetime(2026, 12, 10, 10, tzinfo=BERLIN)
LAST_MINUTE = datetime(2026, 12, 31, 23, 55, tzinfo=BERLIN)
JANUARY = datetime(2027, 1, 4, 9, tzinfo=BERLIN)


@pytest.fixture
def event():
    money.billing(registering.area().carrier)
    registering.area().carrier.__class__.objects.update(address="Musterweg 2\n30159 Hannover")
    made = registering.an_event(20, starts=datetime(2026, 12, 30, 10, tzinfo=BERLIN))
    registering.price(made)
    return made


def booked(event, name, now):
    """Registers, and is billed when the moment of grace has passed."""
    row = registering.register(event, name, price_pk=event.prices.get().pk, now=now)
    return row, billing.settle(registration=row, by=None, now=now + billing.GRACE)


def move_to_january(event, now):
    day = event.days.get()
    new = {"pk": day.pk, "starts_at": datetime(2027, 1, 20, 10, tzinfo=BERLIN),
           "ends_at": datetime(2027, 1, 20, 16, tzinfo=BERLIN)}  # fmt: skip
    life.reschedule(event=Event.objects.get(pk=event.pk), days=[new], by=None, now=now)


def test_event_moved_into_the_new_year_keeps_its_invoices_and_bills_later_ones_there(event):
    stays, _one = booked(event, "Anna Muster", DECEMBER)
    leaves, _two = booked(event, "Bert Muster", DECEMBER)
    move_to_january(event, DECEMBER + timedelta(days=10))
    assert billing.settle(registration=stays, by=None, now=LAST_MINUTE).number == "RE-2026-0001"
    _late, _three = booked(event, "Cleo Muster", JANUARY)

    registrations.cancel(registration=leaves, by=None, now=JANUARY)
    billing.settle(registration=leaves, by=None, now=JANUARY + billing.GRACE)

    kept = [(one.number, one.kind, one.issued_on.year) for one in Invoice.objects.order_by("pk")]
    assert kept == [
        ("RE-2026-0001", Kind.INVOICE, 2026),
        ("RE-2026-0002", Kind.INVOICE, 2026),
        ("RE-2027-0001", Kind.INVOICE, 2027),
        ("RE-2027-0002", Kind.CANCELLATION, 2027),
    ]
    counter = Invoice.objects.get(kind=Kind.CANCELLATION)
    assert (counter.cancels.number, counter.about) == ("RE-2026-0002", reference(leaves))
    assert dict(Sequence.objects.values_list("year", "last")) == {2026: 2, 2027: 2}


def test_grace_that_ends_after_midnight_bills_in_the_new_year(event):
    Event.objects.update(starts_at=JANUARY + timedelta(days=16), ends_at=JANUARY + timedelta(days=17))
    _row, invoice = booked(Event.objects.get(), "Dora Muster", LAST_MINUTE)

    assert (invoice.number, invoice.issued_on.isoformat()) == ("RE-2027-0001", "2027-01-01")
