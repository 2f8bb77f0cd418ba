"""Reminders: three steps, each at most once, released by a person unless the carrier chose otherwise."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from deele.audit.actions import record
from deele.core.errors import Refusal
from deele.mail.actions import outbox
from deele.mail.enums import File
from deele.money import emails, enums, papers
from deele.money.actions import payments, post
from deele.money.enums import UNPAID
from deele.money.models import Billing, Delivery, Invoice, Reminder
from deele.money.papers.letters import day
from deele.money.queries import dunning as queries
from deele.money.rules import amounts

PAY_WITHIN = timedelta(days=14)


class CannotRemind(Refusal):
    """Nobody may be reminded of this invoice now."""

    code = "cannot-remind"


@transaction.atomic
def remind(*, invoice: Invoice, by: Any, now: datetime) -> Reminder:
    """Take the next step for one invoice, when its day has come: letter, mail with a copy, fee. Raises CannotRemind."""
    locked = payments.lock(invoice)
    billing = Billing.objects.get(carrier=locked.carrier_id)
    today = timezone.localdate(now)
    step = check(locked, billing, today)
    reminder = Reminder(
        invoice=locked, level=step.level, fee_cents=step.fee_cents, sent_on=today, pay_by=today + PAY_WITHIN, by=by
    )
    locked.fees_cents += step.fee_cents
    locked.dunning_level, locked.dunned_on = step.level, today
    locked.save(update_fields=["fees_cents", "dunning_level", "dunned_on", "updated_at"])
    reminder.pdf = papers.reminder_pdf(reminder, billing.issuer())
    reminder.save(force_insert=True)
    send(reminder=reminder, billing=billing, now=now)
    record(enums.REMINDED, by=by, about=locked, data=reminder.facts(), now=now)
    for name in ("fees_cents", "dunning_level", "dunned_on"):
        setattr(invoice, name, getattr(locked, name))
    return reminder


def run(*, now: datetime, by: Any = None, invoices: Iterable[Invoice] | None = None) -> int:
    """Release the given proposals, or without them all of carriers that let reminders go alone. Returns how many.

    Each is a transaction of its own; one that was paid or released meanwhile is passed over.
    """
    today = timezone.localdate(now)
    if invoices is None:
        invoices = [one.invoice for one in queries.due(today, Invoice.objects.filter(queries.automatic()))]
    done = 0
    for invoice in invoices:
        try:
            remind(invoice=invoice, by=by, now=now)
            done += 1
        except CannotRemind:
            continue
    return done


def check(invoice: Invoice, billing: Billing, today: Any) -> queries.Due:
    """The step that is due. Raises CannotRemind with the reason."""
    if invoice.state not in UNPAID:
        raise CannotRemind(_("Nothing is open on this invoice any more, so nobody is reminded."))
    if not invoice.is_drawn:
        raise CannotRemind(_("The invoice itself is not drawn yet. Please wait a moment, then try again."))
    if invoice.on_hold:
        raise CannotRemind(_("Reminders of this invoice are stopped. Allow them again first."))
    step = queries.next_step(invoice, billing, today)
    if step is None:
        raise CannotRemind(
            _("The next reminder of this invoice is not due yet, or the last one has been sent. Nothing was sent.")
        )
    return step


def send(*, reminder: Reminder, billing: Billing, now: datetime) -> None:
    """Queue the mail, where there is an address; else the letter waits at the desk to be printed."""
    invoice = reminder.invoice
    delivery = Delivery.objects.filter(invoice=invoice).first()
    if delivery is None or not delivery.email:
        return
    with translation.override(papers.LANGUAGE):
        draft = emails.reminder(
            number=invoice.number,
            amount=amounts.euros(invoice.open_cents),
            day=day(reminder.pay_by),
            level=reminder.level,
            fee=amounts.euros(invoice.fees_cents) if invoice.fees_cents else "",
        )
    outbox.queue(
        purpose=emails.REMINDER,
        to=delivery.email,
        key=f"{invoice.number} {reminder.level}",
        reply_to=billing.contact_email,
        about=f"money.invoice:{invoice.pk}",
        files=[
            File(f"Erinnerung-{invoice.number}-{reminder.level}.pdf", post.PDF, bytes(reminder.pdf)),
            *post.files(invoice),
        ],
        now=now,
        **draft._asdict(),
    )
