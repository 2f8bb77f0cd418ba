"""A mail that came back marks the copy it was: the ledger then says of it what became of it in the end."""

from datetime import datetime

from django.utils.translation import gettext as _

from deele.newsletter.enums import DeliveryState
from deele.newsletter.models import Delivery
from deele.newsletter.readers.returned import Returned
from deele.newsletter.rules.references import CopyName

# A report may be faster than the worker that writes down how the copy left. One that waits (again) has its own way.
LEFT = (DeliveryState.SENT, DeliveryState.DOUBTFUL, DeliveryState.UNDERWAY)


def ours(found: Returned) -> list[CopyName]:
    """The copies in a report that stand in the ledger. The handle is a secret, so nobody names one by chance."""
    return [
        name
        for name in found.copies
        if Delivery.objects.filter(pk=name.row, issue_id=name.issue, handle=name.handle).exists()
    ]


def mark(found: Returned, names: list[CopyName], now: datetime) -> int:
    """Write down that these copies came back, once; returns how many that was.

    A report of a delay says nothing about the end, and a complaint is about a copy that arrived.
    """
    final = next((failure for failure in found.failures if failure.is_final), None)
    if final is None or not names:
        return 0
    text = final.words if final.code in final.words else f"{final.code} {final.words}".strip()
    rows = Delivery.objects.filter(pk__in=[name.row for name in names], state__in=LEFT)
    return rows.update(
        state=DeliveryState.RETURNED, settled_at=now, lease_until=None, answer=text[:500] or _("It came back.")
    )
