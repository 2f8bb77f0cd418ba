"""The settings a subscriber changes through the link in each mail."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.newsletter import enums
from deele.newsletter.actions import consenting, digest_mails, ending
from deele.newsletter.actions.subscribing import THE_PERSON, Wanted, revive
from deele.newsletter.models import Subscriber
from deele.newsletter.rules import consent
from deele.privacy.actions import consents


@dataclass(frozen=True)
class Settings:
    """What the settings page sends."""

    wanted: Wanted
    paused_until: date | None = None


class NotActive(Refusal):
    """Only a running subscription has settings; a block is lifted by a new double opt-in only."""

    code = "not-active"

    def __init__(self) -> None:
        super().__init__(str(_("This subscription has ended. You can sign up again at any time.")))


@transaction.atomic
def change(*, subscriber: Subscriber, settings: Settings, now: datetime) -> Subscriber:
    """Save the settings. Nothing left to receive ends the subscription. Raises core.versions.Conflict, NotActive.

    A newsletter added here is a consent of its own; one taken away is an unsubscription.
    """
    versions.claim(subscriber)
    stored = Subscriber.objects.select_for_update().get(pk=subscriber.pk)
    if not stored.is_active:
        raise NotActive
    wanted = settings.wanted
    if not (wanted.areas or wanted.digest):
        ending.end(stored, now=now)
        return stored
    before = set(stored.areas.all())
    for area in before - set(wanted.areas):
        ending.leave(stored, area, now=now)
    if stored.digest and not wanted.digest:
        consents.withdraw(email=stored.email, purpose=consent.DIGEST, now=now)
        digest_mails.call_back(stored, now)
    if wanted.digest and not stored.digest:
        stored.told_until = now  # what was public before is no news
    added = [area for area in wanted.areas if area not in before]
    add(stored, wanted, added, now=now)
    revive(stored)
    for name, value in wanted.plain().items():
        setattr(stored, name, value)
    stored.paused_until = settings.paused_until
    stored.save()
    stored.regions.set(wanted.regions)
    audit.record(enums.PREFERENCES, by=None, about=stored, now=now, actor_name=_(THE_PERSON))
    return stored


def add(stored: Subscriber, wanted: Wanted, added: list, *, now: datetime) -> None:
    """New newsletters and, where it is new, the news from the district: lifted, consented, noted."""
    new_digest = wanted.digest and not stored.digest
    consenting.lift(stored.fingerprint, added)
    stored.areas.add(*added)
    consenting.give(
        stored,
        consenting.purposes(added, digest=new_digest),
        source=_("settings page"),
        proof=_("chosen on the settings page, opened by the link in a mail to this address"),
        now=now,
    )


@transaction.atomic
def end_all(*, subscriber: Subscriber, now: datetime) -> None:
    """The button “end everything”."""
    stored = Subscriber.objects.select_for_update().get(pk=subscriber.pk)
    if stored.is_active:
        ending.end(stored, now=now)
