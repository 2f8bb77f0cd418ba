"""What the mail server's answers mean for subscriptions: refused copies count like mail that came back."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef

from deele.newsletter.actions import bounces
from deele.newsletter.enums import DeliveryState
from deele.newsletter.models import Delivery, Issue, Subscriber
from deele.newsletter.rules import returns

PORTION = 200
FEW = 10  # fewer refused copies than this never mean that the server has something against us
QUIET = timedelta(days=7)  # a server in between may try for days before it gives up and writes back
LOOK_BACK = timedelta(days=21)


def count(issue: Issue, now: datetime) -> int:
    """Count the refused copies of an issue for their subscriptions; returns how many ended or were counted.

    A refused row keeps the token of its worker until it is counted, and each counts once by its name. So a kill
    in between neither loses nor doubles one.
    """
    rows = Delivery.objects.filter(issue=issue, state=DeliveryState.REFUSED).exclude(lease_token="")
    if not rows.exists() or is_about_us(issue):
        return 0
    counted = 0
    while found := list(rows.values_list("pk", "fingerprint", "answer", "attempts")[:PORTION]):
        counted += sum(count_one(*row, now) for row in found)
        Delivery.objects.filter(pk__in=[row[0] for row in found]).update(lease_token="")
    return counted


def count_one(pk: int, fingerprint: str | None, answer: str, attempts: int, now: datetime) -> bool:
    """Count one refused copy; False when it was counted before or belongs to nobody any more."""
    return bool(fingerprint) and bounces.refused(
        fingerprint=fingerprint or "",
        status=answer,
        mark=f"copy {pk} {attempts}",
        now=now,
        permanent=returns.is_about_address(answer),
    )


def is_about_us(issue: Issue) -> bool:
    """Whether more copies were refused than taken: then the server means this house, and no subscription ends."""
    refused = Delivery.objects.filter(issue=issue, state=DeliveryState.REFUSED).count()
    if refused < FEW:
        return False
    return Delivery.objects.filter(issue=issue, state=DeliveryState.SENT)[:refused].count() < refused


def forgive(now: datetime) -> int:
    """Forget temporary failures before copies that left a week ago and have not come back; returns for how many.

    That a server took a copy says little: it may give up days later.
    """
    recent = Issue.objects.filter(released_at__gt=now - LOOK_BACK).values_list("pk", flat=True)
    arrived = Delivery.objects.filter(
        issue__in=list(recent),
        fingerprint=OuterRef("fingerprint"),
        state=DeliveryState.SENT,
        settled_at__gt=OuterRef("soft_at"),
        settled_at__lt=now - QUIET,
    )
    people = Subscriber.objects.filter(Exists(arrived), soft_bounces__gt=0)
    return people.update(soft_bounces=0, soft_since=None, soft_at=None)
