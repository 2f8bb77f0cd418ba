"""Issuing, cancelling and drawing without end in a process that is killed: what must hold whenever it died."""

import itertools

from django.utils import timezone

from deele.mail.models import Attachment, OutgoingMail
from deele.money.actions import drawing, invoices
from deele.money.enums import Kind, State
from deele.money.models import Invoice, Sequence
from deele.money.tests import factories

_turns = itertools.count()


def prepare() -> None:
    """A carrier that may bill."""
    factories.billing()


def act() -> None:
    """Draw what a killed process left, issue an invoice, cancel each third, draw."""
    made = factories.number(now=timezone.now())
    if next(_turns) % 3 == 2:
        invoices.cancel(invoice=made, reason="", by=None, now=timezone.now())
    drawing.draw_waiting(timezone.now)


def faults() -> dict[str, bool]:
    """What is numbered with a gap, drawn by half, sent twice or not at all."""
    running = sorted(Invoice.objects.values_list("running", flat=True))
    drawn = {one.number for one in Invoice.objects.filter(to_draw__isnull=True)}
    papers = {one.number for one in Invoice.objects.all() if bytes(one.pdf).startswith(b"%PDF")}
    mails = sorted(OutgoingMail.objects.values_list("key", flat=True))
    cancelled = Invoice.objects.filter(state=State.CANCELLED).count()
    last = Sequence.objects.values_list("last", flat=True).first() or 0
    return {
        "a gap": running != list(range(1, last + 1)),
        "drawn without paper, or paper though undrawn": drawn != papers,
        "a mail too many or too few": mails != sorted(drawn),
        "a mail without its paper": Attachment.objects.count() != len(drawn),
        "cancelled by half": cancelled != Invoice.objects.filter(kind=Kind.CANCELLATION).count(),
        "more than one process can leave": len(running) - len(drawn) > 2,
    }


def count() -> int:
    """How many invoices there are."""
    return Invoice.objects.filter(kind=Kind.INVOICE).count()
