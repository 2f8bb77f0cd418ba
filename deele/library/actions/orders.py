"""Orders of printed copies. The stock is counted under lock and is never less than nothing."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deele.audit import actions as audit
from deele.audit.actions import reference
from deele.core.errors import Refusal
from deele.library.actions import publication_index as indexing
from deele.library.emails import orders as emails
from deele.library.enums import publication as enums
from deele.library.enums.publication import OrderState
from deele.library.models import PrintOrder, Publication
from deele.mail.actions import outbox
from deele.mail.enums import Draft


class NotEnough(Refusal):
    """More was asked for than is there."""

    code = "not_enough"


class NoOrders(Refusal):
    """No printed copies are given out."""

    code = "no_orders"


class Done(Refusal):
    """The order was dealt with."""

    code = "done"


@transaction.atomic
def order(*, publication: Publication, values: Mapping[str, Any], form: str, now: datetime) -> PrintOrder:
    """Take an order in; its copies leave the stock at once. The same form sent twice is one order.

    Raises NoOrders, NotEnough.
    """
    row = Publication.objects.select_for_update().get(pk=publication.pk)
    if form and (known := PrintOrder.objects.filter(form_token=form).first()):
        return known
    copies = values["copies"]
    check(row, copies)
    row.stock -= copies
    row.save(update_fields=["stock", "updated_at"])
    made = PrintOrder.objects.create(publication=row, **values, ordered_at=now, form_token=form or None)
    audit.record(enums.ORDERED, by=None, about=row, now=now, actor_name=_("A person"), data={"copies": copies})
    tell(made, emails.ORDERED, emails.ordered(row.full_title, copies), now)
    return made


def check(row: Publication, copies: int) -> None:
    """Raises NoOrders, NotEnough."""
    if not row.prints or not row.is_public:
        raise NoOrders(_("No printed copies of this publication are given out any more. The file stays on its page."))
    if not row.stock:
        raise NotEnough(_("The last printed copies have just gone. The file stays on the page."))
    if copies > row.most_copies:
        raise NotEnough(
            _("At most %(number)s copies go to one address. If you need more, please write to us.")
            % {"number": row.most_copies}
        )
    if copies > row.stock:
        words = ngettext(
            "Only %(number)s copy is left. Please order fewer.",
            "Only %(number)s copies are left. Please order fewer.",
            row.stock,
        )
        raise NotEnough(words % {"number": row.stock})


@transaction.atomic
def ship(*, order: PrintOrder, by: Any, now: datetime) -> PrintOrder:
    """The parcel is on its way. Raises Done."""
    row = ended(order, OrderState.SHIPPED, now)
    audit.record(enums.SHIPPED, by=by, about=row.publication, now=now, data={"copies": row.copies})
    tell(row, emails.SHIPPED, emails.shipped(row.publication.full_title, row.copies), now)
    return row


@transaction.atomic
def decline(*, order: PrintOrder, reason: str, by: Any, now: datetime) -> PrintOrder:
    """It is not sent; the copies go back to the stock. Raises Done."""
    publication = Publication.objects.select_for_update().get(pk=order.publication_id)
    row = ended(order, OrderState.REFUSED, now)
    publication.stock += row.copies
    publication.save(update_fields=["stock", "updated_at"])
    audit.record(enums.DECLINED, by=by, about=publication, now=now, data={"copies": row.copies})
    tell(row, emails.DECLINED, emails.declined(publication.full_title, reason), now)
    return row


@transaction.atomic
def let_go(*, pks: list[int], now: datetime) -> int:
    """Orders whose person was erased before the parcel left: nothing can be sent, the copies come back."""
    rows = PrintOrder.objects.filter(pk__in=pks, email="", state=OrderState.NEW).order_by("publication", "pk")
    for row in rows:
        publication = Publication.objects.select_for_update().get(pk=row.publication_id)
        gone = ended(row, OrderState.REFUSED, now)
        publication.stock += gone.copies
        publication.save(update_fields=["stock", "updated_at"])
    return len(rows)


def ended(order: PrintOrder, state: str, now: datetime) -> PrintOrder:
    """The order with its end written down. Raises Done when it has one."""
    row = PrintOrder.objects.select_for_update(of=("self",)).select_related("publication").get(pk=order.pk)
    if row.state != OrderState.NEW:
        raise Done(_("This order was dealt with already: %(state)s.") % {"state": row.get_state_display()})
    row.state, row.ended_on = state, timezone.localdate(now)
    row.version += 1
    row.save(update_fields=["state", "ended_on", "version", "updated_at"])
    return row


@transaction.atomic
def set_stock(*, publication: Publication, stock: int, most: int, prints: bool, by: Any, now: datetime) -> Publication:
    """What was counted on the shelf. Orders not sent yet have left the stock already."""
    row = Publication.objects.select_for_update().get(pk=publication.pk)
    row.stock, row.most_copies, row.prints = stock, most, prints
    row.save(update_fields=["stock", "most_copies", "prints", "updated_at"])
    audit.record(enums.STOCK, by=by, about=row, now=now, data={"stock": stock})
    indexing.touched()
    return row


def tell(order: PrintOrder, purpose: str, draft: Draft, now: datetime) -> None:
    """One mail to whoever ordered; none where the address was erased."""
    if order.email:
        outbox.queue(
            purpose=purpose, to=order.email, key=str(order.pk), about=reference(order.publication), now=now,
            **draft._asdict(),
        )  # fmt: skip
