"""Exactly one invoice that counts for each registration, whatever happens to it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from deele.audit.actions import reference
from deele.events.actions import billing, links
from deele.events.enums import Invoicing, ProofState, RegistrationState, State
from deele.events.models import Participant, Registration
from deele.events.tests import factories
from deele.money import queries as money_queries
from deele.money.actions import drawing, invoices
from deele.money.enums import Kind
from deele.money.enums import State as InvoiceState
from deele.money.models import Invoice
from deele.money.tests import factories as money

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NOW = money.NOW
LATER = NOW + timedelta(days=30)


@pytest.fixture
def event():
    carrier = money.carrier()
    money.billing(carrier)
    made = factories.event("Fachtag Wohnen", area=factories.area(carrier=carrier))
    factories.price(made)
    return made


@pytest.fixture
def booked(event):
    return book(event)


def book(event, *, seats=2, **fields):
    fields.setdefault("invoice_name", "Gemeinde Muster")
    price = event.prices.first()
    row = factories.registration(event, seats=seats, total_cents=seats * price.amount_cents, **fields)
    row.participants.update(price=price, price_cents=price.amount_cents)
    Registration.objects.filter(pk=row.pk).update(updated_at=NOW - timedelta(hours=1))
    return row


def run(now=LATER):
    return billing.settle_due(now)


def standing(row):
    """(amount, counts?) of all its documents, in order."""
    found = Invoice.objects.filter(about=reference(row)).order_by("pk")
    return [(one.total_cents, one.kind == Kind.INVOICE and one.state != InvoiceState.CANCELLED) for one in found]


def test_confirmed_place_is_billed_once_however_often_the_job_runs(booked):
    assert [run(), run(), run()] == [(1, []), (0, []), (0, [])]

    invoice = Invoice.objects.get()
    line = invoice.line_rows()[0]
    assert (invoice.recipient_name, line.quantity, line.unit_cents) == ("Gemeinde Muster", 2, 5900)
    assert "Fachtag Wohnen" in line.title
    assert booked.participants.first().name not in invoice.recipient_name + str(invoice.lines)


def test_grace_free_places_and_waiting_lists_are_not_billed(event):
    fresh = book(event)
    Registration.objects.filter(pk=fresh.pk).update(updated_at=LATER)
    factories.registration(event)
    book(event, state=RegistrationState.WAITING)

    run()

    assert not Invoice.objects.exists()


def test_cancelling_ends_the_invoice_and_bills_the_fee(booked):
    run()
    Registration.objects.update(state=RegistrationState.CANCELLED, cancel_fee_cents=2950)
    run()
    run()

    assert standing(booked) == [(11800, False), (-11800, False), (2950, True)]


def test_fewer_people_and_another_payer_get_a_new_invoice(booked):
    run()
    booked.participants.filter(rank=1).update(cancelled_at=NOW)
    run()
    Registration.objects.update(invoice_name="Landkreis Muster")
    run()

    assert standing(booked) == [(11800, False), (-11800, False), (5900, False), (-5900, False), (5900, True)]


def test_corrected_title_is_no_reason_for_a_new_invoice(booked):
    run()
    booked.event.title = "Fachtag Wohnen im Alter"
    booked.event.save()

    assert (run(), len(standing(booked))) == ((0, []), 1)


def test_open_proof_waits_and_refused_proof_is_billed_in_full(booked):
    one = booked.participants.filter(rank=0)
    one.update(proof=ProofState.CLAIMED, price_cents=3500)
    run()
    assert standing(booked) == []

    one.update(proof=ProofState.REFUSED, price_cents=5900)
    run()
    assert standing(booked) == [(11800, True)]


def test_called_off_event_owes_nobody_anything_and_shows_what_goes_back(booked, event):
    run()
    Invoice.objects.update(paid_cents=11800, state=InvoiceState.PAID)
    event.state = State.CALLED_OFF
    event.save()
    Registration.objects.update(cancel_fee_cents=100)
    run()

    assert standing(booked) == [(11800, False), (-11800, False)]
    assert money_queries.standing([reference(booked)])[reference(booked)].refund_cents == 11800


def test_settled_event_is_left_alone(booked, event):
    event.state = State.SETTLED
    event.save()

    assert run() == (0, [])


def test_together_waits_for_the_button(booked, event, client, settings):
    event.invoicing = Invoicing.TOGETHER
    event.save()
    run()
    assert standing(booked) == []

    settings.DEELE_SECOND_FACTOR = False
    client.force_login(factories.staff("veranstaltung"))
    for _click in range(2):
        client.post(reverse("events:desk-billing-write", args=[event.pk]))
    assert standing(booked) == [(11800, True)]
    assert Invoice.objects.get().number in client.get(reverse("events:desk-billing", args=[event.pk])).content.decode()


def test_killed_between_cancellation_and_new_invoice_leaves_the_old_one(booked, monkeypatch):
    run()
    booked.participants.filter(rank=1).update(cancelled_at=NOW)
    monkeypatch.setattr(invoices, "issue", lambda **_given: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run()
    assert standing(booked) == [(11800, True)]

    monkeypatch.undo()
    run()
    assert standing(booked) == [(11800, False), (-11800, False), (5900, True)]


def test_one_that_cannot_be_billed_is_named_and_stops_no_other(event):
    book(event, leitweg_id="falsch")
    good = book(event)

    done, faults = run()

    assert (done, len(faults), standing(good)) == (1, 1, [(11800, True)])


def test_erased_registration_is_not_billed_anew(booked):
    run()
    Registration.objects.update(contact_name="", contact_email="", invoice_name="")
    Participant.objects.update(name="")

    assert (run(), standing(booked)) == ((0, []), [(11800, True)])


def test_own_page_shows_and_opens_its_own_documents_alone(booked, event, client):
    other = book(event, leitweg_id=money.LEITWEG, invoice_address="Rathausplatz 1\n27283 Verden")
    run()
    token = links.issue(booked, now=timezone.now())
    assert "RE-" not in client.get(reverse("events:hold", args=[token])).content.decode()  # no paper, no line
    drawing.draw_waiting(timezone.now)
    mine, theirs = (Invoice.objects.get(about=reference(row)) for row in (booked, other))

    page = client.get(reverse("events:hold", args=[token])).content.decode()
    answers = [client.get(reverse("events:own-invoice", args=[token, one.number])) for one in (mine, theirs)]
    xml = client.get(
        reverse("events:own-invoice", args=[links.issue(other, now=timezone.now()), theirs.number]), {"xml": 1}
    )

    assert mine.number in page
    assert theirs.number not in page
    assert "data:image/svg+xml" in page
    assert [answer.status_code for answer in answers] == [200, 404]
    assert answers[0].content.startswith(b"%PDF")
    assert xml["Content-Type"] == "application/xml"
