"""Mail that came back: what it means for whom, each message once, whoever brings it."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from deele.newsletter import enums
from deele.newsletter.actions import ending, returned_copies
from deele.newsletter.enums import BounceKind, Reason, SubscriberState
from deele.newsletter.models import Bounce, Subscriber
from deele.newsletter.readers import returned
from deele.newsletter.rules import returns, terms, tokens
from deele.privacy.rules import keyed


@dataclass(frozen=True)
class Taken:
    """What became of a message: how many subscriptions it counted for, how many copies it marked."""

    counted: int = 0
    known: int = 0
    copies: int = 0


def take(content: bytes, now: datetime, *, way: str = "file") -> Taken:
    """Read one message and count what it says. Unreadable and strange ones count for nothing and raise nothing."""
    found = returned.read(content)
    if not found.failures:
        return Taken()
    copies = returned_copies.ours(found)
    owners = [*(owner_of(token) for token in found.tokens), *(by_handle(copy.handle) for copy in copies)]
    if proven := [owner for owner in dict.fromkeys(owners) if owner]:
        # The mail in it was ours: a secret in it says whose. The failing address may be one that mail goes on to.
        gravest = max(found.failures, key=lambda failure: failure.kind == BounceKind.HARD)
        pairs = [(owner, gravest, True) for owner in proven]
    else:
        pairs = [(who, failure, False) for failure in found.failures if (who := by_address(failure.email))]
    results = [
        note(
            subscriber_pk=pk,
            kind=kind_for(failure, proven=proven),
            code=failure.code,
            mark=found.mark,
            way=way,
            now=now,
        )
        for pk, failure, proven in pairs
    ]
    return Taken(counted=sum(results), known=len(pairs), copies=returned_copies.mark(found, copies, now))


def owner_of(token: str) -> int | None:
    """The subscriber a token of ours names; None for forged ones and people who are gone."""
    try:
        return by_handle(tokens.read_unsubscribe(token).handle)
    except tokens.BadToken:
        return None


def by_handle(handle: str) -> int | None:
    """The subscriber of a name in links."""
    return Subscriber.objects.filter(handle=handle).values_list("pk", flat=True).first()


def by_address(email: str) -> int | None:
    """The subscriber of an address."""
    return Subscriber.objects.filter(fingerprint=keyed(email)).values_list("pk", flat=True).first() if email else None


def kind_for(failure: returned.Failure, *, proven: bool) -> BounceKind:
    """Anybody can write a report by hand. One that does not hold our own mail never ends a subscription at once."""
    return BounceKind.SOFT if failure.kind == BounceKind.HARD and not proven else failure.kind


@transaction.atomic
def note(*, subscriber_pk: int, kind: str, code: str = "", mark: str, way: str, now: datetime) -> bool:
    """Count one return for one subscriber; False when this message was counted before.

    Also for whoever hears the answer of a mail server directly; `mark` is then a name of that one try.
    """
    subscriber = Subscriber.objects.select_for_update().filter(pk=subscriber_pk).first()
    if subscriber is None or Bounce.objects.filter(subscriber=subscriber, mark=mark).exists():
        return False
    Bounce.objects.create(subscriber=subscriber, kind=kind, code=code[:12], at=now, way=way, mark=mark)
    if kind == BounceKind.COMPLAINT:
        complain(subscriber, now)
    elif kind == BounceKind.HARD:
        stop(subscriber, code, now)
    else:
        soften(subscriber, code, now)
    return True


def refused(*, fingerprint: str, status: str, mark: str, now: datetime, permanent: bool = True) -> bool:
    """A mail server refused a copy while it was handed over: counts like a mail that came back and is proven.

    `permanent` is what it means where the answer holds no status code of RFC 3463.
    """
    pk = Subscriber.objects.filter(fingerprint=fingerprint).values_list("pk", flat=True).first()
    if pk is None:
        return False
    name = hashlib.sha256(mark.encode()).hexdigest()
    code = found[0] if (found := returns.STATUS.search(status)) else ""
    return note(
        subscriber_pk=pk, kind=returns.kind_of(status, permanent=permanent), code=code, mark=name, way="smtp", now=now
    )


def delivered(*, fingerprints: list[str], sent_at: datetime) -> int:
    """Copies sent then have not come back: temporary failures before them are forgotten.

    For copies that left about a week ago; sooner nobody knows, since servers try for days.
    """
    return Subscriber.objects.filter(fingerprint__in=fingerprints, soft_bounces__gt=0, soft_at__lt=sent_at).update(
        soft_bounces=0, soft_since=None, soft_at=None
    )


def complain(subscriber: Subscriber, now: datetime) -> None:
    """Reported as unwanted: no mail any more, whatever the state was."""
    if subscriber.state == SubscriberState.COMPLAINED:
        return
    ending.end(
        subscriber,
        now=now,
        reason=Reason.COMPLAINT,
        state=SubscriberState.COMPLAINED,
        event=enums.COMPLAINED,
        actor_name=_("The system"),
    )


def stop(subscriber: Subscriber, code: str, now: datetime) -> None:
    """Undeliverable: no mail any more. Who had ended it themselves stays unsubscribed."""
    subscriber.hard_at, subscriber.bounce_code = now, code[:12]
    if subscriber.state not in (SubscriberState.ACTIVE, SubscriberState.UNCONFIRMED):
        subscriber.save(update_fields=["hard_at", "bounce_code"])
        return
    ending.end(
        subscriber,
        now=now,
        reason=Reason.BOUNCE,
        state=SubscriberState.BOUNCED,
        event=enums.BOUNCED,
        actor_name=_("The system"),
    )


def soften(subscriber: Subscriber, code: str, now: datetime) -> None:
    """A temporary failure; too many in a row are as good as undeliverable."""
    count, since = returns.soft_streak(
        count=subscriber.soft_bounces, since=subscriber.soft_since, last=subscriber.soft_at, at=now
    )
    subscriber.soft_bounces, subscriber.soft_since, subscriber.soft_at = count, since, now
    subscriber.bounce_code = code[:12]
    subscriber.save(update_fields=["soft_bounces", "soft_since", "soft_at", "bounce_code"])
    if count >= terms.SOFT_LIMIT:
        stop(subscriber, code, now)
