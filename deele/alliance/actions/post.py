"""Queues the mails about belonging, inside the transaction of what they speak of."""

from collections.abc import Callable
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from deele.alliance.emails import belonging as emails
from deele.alliance.models import Delegate, Membership
from deele.audit.actions import reference
from deele.core.addresses import address
from deele.mail.actions import outbox
from deele.mail.enums import Draft


def mine() -> str:
    """The whole address of the members' start page."""
    return address(reverse("alliance:mine"))


def people(membership: Membership, now: datetime) -> list[Delegate]:
    """Who acts for a member today."""
    return list(membership.delegates.active(timezone.localdate(now)))


def each(
    membership: Membership, purpose: str, write: Callable[[Delegate], Draft], *, now: datetime, key: str = ""
) -> int:
    """One mail to everybody who acts for the member; the same key never twice. Returns how many people."""
    found = people(membership, now)
    for one in found:
        send(one, purpose, write(one), now=now, key=key)
    return len(found)


def send(delegate: Delegate, purpose: str, draft: Draft, *, now: datetime, key: str = "") -> None:
    """One mail to one person."""
    stamp = key or f"{now:%Y%m%d%H%M%S%f}"
    outbox.queue(
        purpose=purpose, to=delegate.email, key=f"{delegate.membership_id} {stamp}"[:120], about=reference(delegate),
        now=now, **draft._asdict(),
    )  # fmt: skip


def moved(membership: Membership, source: str, target: str, *, first: bool, now: datetime) -> None:
    """Tell the member what a move means; `first` is the first time its profile is public."""
    name = membership.name
    if target == "mitglied" and source in ("anfrage", "profil_entwurf", "abgestimmt", "ausgetreten"):
        each(membership, emails.WELCOME, lambda one: emails.welcome(one.name, name, mine()), now=now)
    elif target == "abgelehnt":
        reason = membership.state_reason
        each(membership, emails.REFUSED, lambda one: emails.refused(one.name, name, reason), now=now)
    elif target == "profil_veroeffentlicht" and first:
        page = address(membership.get_absolute_url())
        each(membership, emails.PUBLIC, lambda one: emails.profile_public(one.name, name, page), now=now)
    elif target == "ausgetreten":
        each(membership, emails.GOODBYE, lambda one: emails.goodbye(one.name, name), now=now)
