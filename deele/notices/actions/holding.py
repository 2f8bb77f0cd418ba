"""What the person behind a notice does through the mail link, and how strangers reach them."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.notices import enums
from deele.notices.actions import life, links, locking, matching, post, submitting
from deele.notices.actions.submitting import Told
from deele.notices.enums import State
from deele.notices.models import Message, Notice, Proposal
from deele.privacy.actions import consents

EMPTIED: dict[str, Any] = {
    "title": "", "text": "", "contact_name": "", "contact_email": "", "form_token": None, "entry": None,
    "area_types": [], "household": "", "with_children": "", "ages": [], "housing_forms": [], "legal": [],
    "equity": "", "monthly": "", "horizon": "", "brings": [], "wishes": [], "partner_own": "", "partner_wanted": [],
    "access_offered": [], "care_offered": "", "state_reason": "",
}  # fmt: skip


class NotReachable(Refusal):
    """Nobody can be written to under this notice."""

    code = "not-reachable"


@transaction.atomic
def change(*, notice: Notice, told: Told, now: datetime) -> Notice:
    """Say something else. What takes part is matched anew and read again by the office; it stays public meanwhile.

    A refused notice is handed in again. Raises BadMove, core.versions.Conflict.
    """
    if notice.state in (State.WITHDRAWN, State.BLOCKED, State.FULFILLED):
        raise life.BadMove(_("This notice has ended and can no longer be changed. You can write a new one."))
    versions.claim(notice)
    for name, value in told.values.items():
        setattr(notice, name, value)
    notice.changed_at = now if notice.is_live or notice.state == State.PAUSED else None
    notice.save()
    submitting.reach(notice, told.places)
    allow_needs(notice, told, now)
    audit.record(enums.CHANGED, by=None, about=notice, now=now, actor_name=_(life.PERSON))
    if notice.state == State.REFUSED:
        return life.move(notice=notice, to=State.SUBMITTED, by=None, now=now, person=True)
    if notice.is_live:
        notice = Notice.objects.get(pk=notice.pk)
        matching.renew(notice=notice, now=now)
    return notice


def allow_needs(notice: Notice, told: Told, now: datetime) -> None:
    """Keep or forget the need, with its consent."""
    had = hasattr(notice, "need")
    has = submitting.tell_needs(notice, told.needs)
    if has and not had:
        submitting.consent(notice, submitting.NEED, now)
    elif had and not has:
        submitting.disallow(notice, now)


@transaction.atomic
def withdraw(*, notice: Notice, by: Any, now: datetime) -> Notice:
    """End it and delete what is personal, at once: words, name, address, places, needs, messages, links.

    What stays says that there was a notice of this kind, from when to when, and whether it was found through us.
    Raises BadMove, Conflict.
    """
    held = locking.notices(notice.pk)[notice.pk]
    found = held.through_us
    if held.contact_email:
        post.goodbye(held, now=now)
        consents.withdraw(email=held.contact_email, purpose=f"{submitting.PUBLISH}:{held.pk}", now=now)
        submitting.disallow(held, now)
    held = life.move(notice=held, to=State.WITHDRAWN, by=by, now=now, person=by is None, through_us=found)
    forget(held)
    return held


def forget(notice: Notice) -> None:
    """Delete what is personal of a notice that has ended."""
    links.forget(notice)
    notice.reaches.all().delete()
    notice.messages.all().delete()
    Proposal.objects.filter(Q(first=notice) | Q(second=notice)).update(reasons=[], rank=0)
    Notice.objects.filter(pk=notice.pk).update(**EMPTIED)
    notice.refresh_from_db()


@transaction.atomic
def ask_for_links(*, email: str, now: datetime) -> int:
    """Send a fresh link for every notice of this address; the page says the same whether there is one or not."""
    found = Notice.objects.filter(contact_email__iexact=email.strip())
    found = found.exclude(state__in=[State.DRAFT, State.WITHDRAWN])
    for notice in found:
        post.your_link(notice, now=now)
    return len(found)


@transaction.atomic
def pass_on(*, notice: Notice, name: str, email: str, text: str, token: str, now: datetime) -> Message:
    """Pass a message on. The same form sent twice is one message. Raises NotReachable."""
    held = locking.notices(notice.pk)[notice.pk]
    if known := Message.objects.filter(token=token).first():
        return known
    if not held.is_public or not held.contact_email:
        raise NotReachable(_("This notice no longer takes part, so nobody can be written to. Please look for another."))
    try:
        with transaction.atomic():
            message = Message.objects.create(notice=held, name=name, email=email, text=text, token=token, sent_at=now)
    except IntegrityError:
        return Message.objects.get(token=token)
    post.pass_on(message, now=now)
    audit.record(enums.RELAYED, by=None, about=held, now=now, actor_name=_("A visitor"))
    return message
