"""Who acts for a member: added, changed, ended. A person who goes leaves nothing open behind."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from deele.alliance.actions import signing_in
from deele.alliance.enums import events
from deele.alliance.kinds import duties
from deele.alliance.models import Delegate, Membership
from deele.audit import actions as audit
from deele.core.errors import Refusal

PERSON = gettext_noop("Somebody of the member")


class LastOne(Refusal):
    """Nobody would act for the member any more."""

    code = "last-one"


def actor(by: Any) -> str:
    """How the log names somebody without an account."""
    return "" if by else _(PERSON)


@transaction.atomic
def add(
    *, membership: Membership, name: str, email: str, task: str = "", by: Any, now: datetime, invite: bool = True
) -> Delegate:
    """Let somebody act for a member; they get a link to sign in. Who was there before is back again.

    `by` None: a person of the member itself.
    """
    today = timezone.localdate(now)
    known = Delegate.objects.filter(membership=membership, email__iexact=email).first()
    if known and known.is_active(today):
        return known
    person = (
        known or Delegate.objects.get_or_create(membership=membership, email=email.lower(), defaults={"name": name})[0]
    )
    person.name, person.task, person.since, person.until = name, task, today, None
    person.save()
    audit.record(events.DELEGATE_ADDED, by=by, about=membership, now=now, actor_name=actor(by))
    if invite:
        signing_in.send_link(delegate=person, now=now)
    return person


@transaction.atomic
def end(*, delegate: Delegate, by: Any, now: datetime, heirs: Mapping[str, str] | None = None) -> None:
    """The person acts for the member no more: every device is out, what is open goes to its heirs. Twice is once.

    Raises LastOne when a person of the member would end the last one, Refusal where an heir cannot take it.
    """
    others = delegate.membership.delegates.active(timezone.localdate(now)).exclude(pk=delegate.pk)
    if by is None and not others.exists():
        raise LastOne(
            _("Nobody else acts for %(member)s. Please add a colleague first, or write to the office.")
            % {"member": delegate.membership}
        )
    if gone(delegate, now, heirs or {}):
        audit.record(events.DELEGATE_ENDED, by=by, about=delegate.membership, now=now, actor_name=actor(by))


def gone(delegate: Delegate, now: datetime, heirs: Mapping[str, str]) -> bool:
    """End one person and release what is open for them; whether they were active."""
    today = timezone.localdate(now)
    if not delegate.is_active(today):
        return False
    for one in duties:
        one.release(delegate.membership, delegate, now, heirs)
    last = today - timedelta(days=1)  # out at once, not at midnight
    since = min(delegate.since, last) if delegate.since else None
    Delegate.objects.filter(pk=delegate.pk).update(until=last, since=since, stamp=F("stamp") + 1, updated_at=now)
    delegate.refresh_from_db()
    return True


@transaction.atomic
def release(*, membership: Membership, now: datetime, heirs: Mapping[str, str] | None = None) -> None:
    """A member goes: what is open goes to its heirs, and nobody acts for it any more. Raises Refusal as `end` does."""
    for one in duties:
        one.release(membership, None, now, heirs or {})
    for person in membership.delegates.all():
        gone(person, now, {})


@transaction.atomic
def end_devices(*, delegate: Delegate, by: Any, now: datetime) -> None:
    """Sign a person out everywhere."""
    signing_in.end_devices(delegate=delegate)
    audit.record(events.DEVICES_ENDED, by=by, about=delegate.membership, now=now, actor_name=actor(by))


@transaction.atomic
def send_link(*, delegate: Delegate, by: Any, now: datetime) -> None:
    """Send a link to sign in, at most once an hour. Raises Refusal for somebody who acts no more."""
    if not delegate.is_active(timezone.localdate(now)):
        raise Refusal(_("This person does not act for the member any more."))
    signing_in.send_link(delegate=delegate, now=now)
    audit.record(events.LINK_SENT, by=by, about=delegate.membership, now=now)


@transaction.atomic
def mute(*, delegate: Delegate, until: date | None, now: datetime) -> None:
    """No mails until this day; None: mails again."""
    Delegate.objects.filter(pk=delegate.pk).update(muted_until=until, updated_at=now)
