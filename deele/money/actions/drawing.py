"""Papers of documents that have their number: drawn afterwards, outside every lock, stored once, sent once.

Drawing takes a tenth of a second, and while a number is held nobody else of the carrier gets one. So the number is
taken with all that stands on the paper, and this job does the rest. Killed at any moment, it begins again: nothing is
stored before the paper is whole, and the mail waits in the same transaction as the paper.
"""

import logging
from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils import translation

from deele.core import jobs
from deele.money import papers
from deele.money.actions import post
from deele.money.kinds import Issuer
from deele.money.models import Delivery, Invoice
from deele.money.papers import einvoice

logger = logging.getLogger("deele.money")
Clock = Callable[[], datetime]


class NotDrawn(Exception):
    """Some papers could not be drawn: a fault of the program. They are tried again; all others were drawn."""


def wanted(now: datetime) -> bool:
    """Whether a paper is missing; costs one look into a small index."""
    return Invoice.objects.undrawn().exists()


def draw_waiting(clock: Clock, *, stopping: Callable[[], bool] = jobs.stopping) -> int:
    """Draw and send all that waits, in the order of issue; returns how many. Raises NotDrawn when some could not be."""
    done, faults = 0, []
    for invoice in Invoice.objects.undrawn().select_related("carrier", "cancels"):
        if stopping():
            break
        try:
            done += draw(invoice=invoice, now=clock())
        except Exception:
            logger.exception("The document %s could not be drawn", invoice)
            faults.append(str(invoice))
    if faults:
        raise NotDrawn(", ".join(faults))
    return done


def draw(*, invoice: Invoice, now: datetime) -> bool:
    """Draw one paper and queue its mail. False when somebody else was faster; then nothing changes."""
    if invoice.to_draw is None:
        return False
    pdf, xml = drawn(invoice)
    return keep(invoice, pdf, xml, now)


def drawn(invoice: Invoice) -> tuple[bytes, bytes]:
    """Its PDF and its XML, from what was frozen with the number."""
    given = invoice.to_draw or {}
    issuer = Issuer(**given["issuer"])
    with translation.override(papers.LANGUAGE):
        xml = einvoice.xml(invoice, issuer, address(invoice)) if given["e_invoice"] else b""
        return papers.invoice_pdf(invoice, issuer, xml), xml


def address(invoice: Invoice) -> str:
    """Where the document goes; empty where it is printed, or the address was erased meanwhile."""
    return Delivery.objects.filter(invoice=invoice).values_list("email", flat=True).first() or ""


@transaction.atomic
def keep(invoice: Invoice, pdf: bytes, xml: bytes, now: datetime) -> bool:
    """Store the paper where there is none yet, and queue the mail with it: both or neither."""
    fresh = Invoice.objects.undrawn().filter(pk=invoice.pk)
    if not fresh.update(pdf=pdf, xml=xml, to_draw=None, updated_at=now):
        return False
    invoice.pdf, invoice.xml, invoice.to_draw = pdf, xml, None
    post.send_document(invoice=invoice, now=now)
    return True
