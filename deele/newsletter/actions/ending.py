"""Ending: one click in a mail, the settings, or a person of the office. And taking it back."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from deele.accounts.models import User
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.newsletter import enums
from deele.newsletter.actions import consenting, digest_mails
from deele.newsletter.actions.subscribing import THE_PERSON
from deele.newsletter.enums import Reason, SubscriberState
from deele.newsletter.models import Subscriber, Suppression
from deele.newsletter.rules import consent, terms
from deele.newsletter.rules.tokens import DIGEST, EVERYTHING, Unsubscription
from deele.office.models import Area
from deele.privacy.actions import consents
from deele.privacy.models import Consent


class TooLate(Refusal):
    """The unsubscription is too old, or was made by somebody else."""

    code = "too-late"

    def __init__(self) -> None:
        super().__init__(str(_("This can no longer be taken back. You can simply sign up again.")))


@transaction.atomic
def unsubscribe(*, wish: Unsubscription, now: datetime) -> None:
    """What the one-click link does. Nothing to do is no fault: the person is not written to, that is what counts."""
    subscriber = Subscriber.objects.select_for_update().filter(handle=wish.handle).first()
    if subscriber is None:
        return
    if wish.area_id == DIGEST and subscriber.areas.exists():
        if subscriber.digest:
            leave_digest(subscriber, now=now)
        return
    area = subscriber.areas.filter(pk=wish.area_id).first()
    others = subscriber.areas.exclude(pk=wish.area_id).exists() or subscriber.digest
    if wish.area_id not in (EVERYTHING, DIGEST) and others:
        if area is not None:
            leave(subscriber, area, now=now)
        return
    if subscriber.state in (SubscriberState.ACTIVE, SubscriberState.UNCONFIRMED):
        end(subscriber, now=now)


def leave(subscriber: Subscriber, area: Area, *, now: datetime) -> None:
    """One newsletter less; the others go on. For a locked row."""
    subscriber.areas.remove(area)
    consents.withdraw(email=subscriber.email, purpose=consent.purpose(area.key), now=now)
    consenting.suppress(subscriber.fingerprint, reason=Reason.UNSUBSCRIBED, area_id=area.pk, now=now)
    audit.record(enums.UNSUBSCRIBED, by=None, about=subscriber, now=now, actor_name=_(THE_PERSON))


def leave_digest(subscriber: Subscriber, *, now: datetime) -> None:
    """No news from the own district any more; the newsletters go on. For a locked row."""
    Subscriber.objects.filter(pk=subscriber.pk).update(digest=False, version=F("version") + 1)
    subscriber.digest = False
    digest_mails.call_back(subscriber, now)
    consents.withdraw(email=subscriber.email, purpose=consent.DIGEST, now=now)
    audit.record(enums.UNSUBSCRIBED, by=None, about=subscriber, now=now, actor_name=_(THE_PERSON))


def end(
    subscriber: Subscriber,
    *,
    now: datetime,
    by: User | None = None,
    reason: str = Reason.UNSUBSCRIBED,
    state: str = SubscriberState.ENDED,
    event: Any = enums.UNSUBSCRIBED,
    actor_name: str = "",
) -> None:
    """End everything, for a locked row: no mail, no waiting wish, consents taken back, address suppressed.

    The newsletters stay noted, so that it can be taken back; the row is deleted after its term.
    """
    subscriber.state, subscriber.ended_at = state, now
    subscriber.version += 1
    subscriber.save()
    subscriber.sign_ups.all().delete()
    digest_mails.call_back(subscriber, now)
    consenting.withdraw_all(subscriber, now=now, by=by)
    consenting.suppress(subscriber.fingerprint, reason=reason, now=now)
    name = actor_name or ("" if by else _(THE_PERSON))
    audit.record(event, by=by, about=subscriber, now=now, actor_name=name)


@transaction.atomic
def end_by_desk(*, subscriber: Subscriber, by: User, now: datetime, for_good: bool = False) -> None:
    """A person asked the office to end it; `for_good`: never to be written to again, whatever list comes."""
    subscriber = Subscriber.objects.select_for_update().get(pk=subscriber.pk)
    if for_good:
        end(subscriber, now=now, by=by, reason=Reason.ERASED, event=enums.BLOCKED)
    elif subscriber.state in (SubscriberState.ACTIVE, SubscriberState.UNCONFIRMED):
        end(subscriber, now=now, by=by)


@transaction.atomic
def take_back(*, wish: Unsubscription, now: datetime) -> Subscriber:
    """“That was a mistake”: within a day the subscription is what it was. Raises TooLate."""
    subscriber = Subscriber.objects.select_for_update().filter(handle=wish.handle).first()
    if subscriber is None:
        raise TooLate
    if wish.area_id == DIGEST and subscriber.is_active:
        return take_digest_back(subscriber, now=now)
    against = Suppression.objects.filter(
        fingerprint=subscriber.fingerprint, reason=Reason.UNSUBSCRIBED, since__gt=now - terms.TAKE_BACK
    )
    if subscriber.state == SubscriberState.ENDED and subscriber.confirmed_at:
        lifted = against.filter(area=None)
        areas, digest = list(subscriber.areas.all()), subscriber.digest
    else:
        lifted = against.filter(area_id=wish.area_id)
        areas, digest = list(Area.objects.filter(pk=wish.area_id)), False
    if not lifted.exists() or subscriber.state not in (SubscriberState.ACTIVE, SubscriberState.ENDED):
        raise TooLate
    lifted.delete()
    subscriber.areas.add(*areas)
    subscriber.state, subscriber.ended_at = SubscriberState.ACTIVE, None
    subscriber.version += 1
    subscriber.save()
    consenting.give(
        subscriber,
        consenting.purposes(areas, digest=digest),
        source="unsubscription taken back",
        proof=_("taken back on the page of the one-click link, within a day"),
        now=now,
    )
    audit.record(enums.RETURNED, by=None, about=subscriber, now=now, actor_name=_(THE_PERSON))
    return subscriber


def take_digest_back(subscriber: Subscriber, *, now: datetime) -> Subscriber:
    """The news from the own district go on, within a day of their end. For a locked row. Raises TooLate."""
    mine = Consent.objects.filter(fingerprint=subscriber.fingerprint, purpose=consent.DIGEST)
    if subscriber.digest or not mine.filter(withdrawn_at__gt=now - terms.TAKE_BACK).exists():
        raise TooLate
    Subscriber.objects.filter(pk=subscriber.pk).update(digest=True, version=F("version") + 1)
    subscriber.digest = True
    consenting.give(
        subscriber,
        [consent.DIGEST],
        source="unsubscription taken back",
        proof=_("taken back on the page of the one-click link, within a day"),
        now=now,
    )
    audit.record(enums.RETURNED, by=None, about=subscriber, now=now, actor_name=_(THE_PERSON))
    return subscriber
