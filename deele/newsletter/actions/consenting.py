"""Consents of subscribers, kept apart in the register of consents, and the suppressions that stand against mail."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from deele.newsletter.enums import Reason
from deele.newsletter.models import Subscriber, Suppression
from deele.newsletter.rules import consent
from deele.office.models import Area
from deele.privacy.actions import consents
from deele.privacy.models import Consent


def purposes(areas: Iterable[Area], *, digest: bool) -> list[str]:
    """What is consented to: each newsletter for itself, and the news from one's own district."""
    return [*(consent.purpose(area.key) for area in areas), *([consent.DIGEST] if digest else [])]


def give(
    subscriber: Subscriber,
    wanted: Iterable[str],
    *,
    source: str,
    proof: str,
    now: datetime,
    text_version: str = consent.CURRENT,
    by: Any = None,
) -> None:
    """One consent for each purpose."""
    for purpose in wanted:
        consents.give(
            email=subscriber.email,
            purpose=purpose,
            text_version=text_version,
            source=source,
            proof=proof,
            now=now,
            by=by,
        )


def withdraw_all(subscriber: Subscriber, *, now: datetime, by: Any = None) -> None:
    """Take back every consent to a newsletter; consents to other things stay."""
    held = Consent.objects.in_force().filter(
        fingerprint=subscriber.fingerprint, purpose__startswith=consent.purpose("")
    )
    for purpose in list(held.values_list("purpose", flat=True)):
        consents.withdraw(email=subscriber.email, purpose=purpose, now=now, by=by)


def suppress(fingerprint: str, *, reason: str, now: datetime, area_id: int | None = None) -> None:
    """Never write again, about this area or at all. A graver reason replaces a lighter one."""
    key: dict[str, Any] = {"fingerprint": fingerprint, "area_id": area_id}
    found, made = Suppression.objects.get_or_create(**key, defaults={"reason": reason, "since": now})
    if not made and reason != Reason.UNSUBSCRIBED and found.reason != reason:
        Suppression.objects.filter(pk=found.pk).update(reason=reason, since=now)


def lift(fingerprint: str, areas: Iterable[Area]) -> None:
    """The person wants our mail again: what stands against everything goes, and against these newsletters."""
    Suppression.objects.filter(fingerprint=fingerprint, area=None).delete()
    Suppression.objects.filter(fingerprint=fingerprint, area__in=list(areas)).delete()


def proof_of(asked: datetime, ip_mark: str, confirmed: datetime) -> str:
    """What shows that a consent was given. The address of the connection is kept as a keyed hash only."""
    words = _("asked %(asked)s UTC from connection %(ip)s; confirmed %(confirmed)s UTC by the link in the mail")
    return words % {
        "asked": f"{asked:%Y-%m-%d %H:%M:%S}",
        "confirmed": f"{confirmed:%Y-%m-%d %H:%M:%S}",
        "ip": ip_mark[:16] or "–",
    }
