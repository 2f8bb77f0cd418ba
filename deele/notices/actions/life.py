"""Moving a notice through its life: each move one conditional write, one line of the log, one mail."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.versions import Conflict
from deele.notices import enums
from deele.notices.actions import matching, post
from deele.notices.enums import State
from deele.notices.models import Need, Notice
from deele.notices.rules import moves

DAYS_TO_ANSWER = timedelta(days=3)
PERSON = gettext_noop("the person of the notice")
OVER = (State.FULFILLED, State.WITHDRAWN, State.BLOCKED)  # what was told for the match goes at once


class BadMove(Refusal):
    """From this state there is no such way."""

    code = "no-way"


@transaction.atomic
def move(
    *, notice: Notice, to: str, by: Any, now: datetime, reason: str = "", person: bool = False, house: bool = False,
    through_us: bool | None = None,
) -> Notice:  # fmt: skip
    """Move a notice along the table of rules.moves.

    `by` is somebody of the office, `person` the one behind the notice, `house` time itself. Raises BadMove, and
    Conflict when somebody else moved it first.
    """
    source, target = State(notice.state), State(to)
    check(notice, target, office=by is not None, person=person, house=house, reason=reason)
    fields = {**fields_of(notice, target, now), "state_reason": reason, "through_us": through_us}
    moved = Notice.objects.filter(pk=notice.pk, state=source)
    if not moved.update(**fields, version=F("version") + 1, updated_at=now):
        raise Conflict(_("Somebody else has moved this notice meanwhile. Please open it again."))
    notice.refresh_from_db()
    data = {"from": source.value, "to": target.value}
    audit.record(enums.MOVED, by=by, about=notice, now=now, data=data, actor_name=_(PERSON) if person else "")
    follow(notice, target, now)
    tell(notice, source, target, now)
    return notice


def check(notice: Notice, target: State, *, office: bool, person: bool, house: bool, reason: str) -> None:
    """Raises BadMove where the table knows no such move, or not for this person."""
    wanted = moves.move(notice.state, target)
    words = {"state": notice.get_state_display(), "target": target.label}
    if wanted is None:
        raise BadMove(_("This notice is “%(state)s”; from there it cannot become “%(target)s”.") % words)
    if not (house or (person and wanted.by_person) or (office and wanted.by_office)):
        raise BadMove(_("This notice is “%(state)s”; you cannot make it “%(target)s” from here.") % words)
    if wanted.reason_needed and not reason.strip():
        raise BadMove(_("Please give a reason; the person behind the notice reads it."), code="reason")
    if target == State.ACTIVE and not notice.reaches.exists():
        raise BadMove(_("Before it can take part, the notice needs a place. Please add one."), code="place")


def fields_of(notice: Notice, target: State, now: datetime) -> dict[str, Any]:
    """What else changes with the state."""
    today = timezone.localdate(now)
    fields: dict[str, Any] = {"state": target, "state_since": now}
    if target == State.ACTIVE:
        held = notice.expires_on if notice.state == State.PAUSED else None
        still = held if held and held > today else None
        fields |= {"expires_on": still or moves.expiry(notice.kind, today), "ended_on": None}
        fields |= {"public_since": notice.public_since or now}
    if target == State.SUBMITTED:
        fields |= {"ended_on": None}
    if moves.is_ended(target):
        # A figure must not move to another year when somebody deletes what is personal later.
        kept = notice.ended_on if target == State.WITHDRAWN else None
        fields |= {"ended_on": kept or today, "changed_at": None}
    if State(notice.state) == State.SUBMITTED:
        fields |= {"changed_at": None}
    return fields


def follow(notice: Notice, target: State, now: datetime) -> None:
    """Who takes part is matched; who does no more is out of every open proposal."""
    if target == State.ACTIVE:
        matching.propose(notice=notice, now=now)
    if target in OVER:
        matching.drop(notice)
        Need.objects.filter(notice=notice).delete()


def tell(notice: Notice, source: State, target: State, now: datetime) -> None:
    """Tell the person what happened without them."""
    if not notice.contact_email:
        return
    if target == State.ACTIVE and source == State.SUBMITTED:
        post.published(notice, now=now)
    elif target == State.REFUSED:
        post.refused(notice, now=now)
    elif target == State.BLOCKED:
        post.blocked(notice, now=now)
    elif target == State.RENEWAL:
        post.please_renew(notice, now=now)
    elif target == State.EXPIRED:
        post.expired(notice, now=now)


@transaction.atomic
def renew(*, notice: Notice, by: Any, now: datetime, person: bool = False) -> Notice:
    """One click: it holds for another term from today, whether it was asked for, ran out, or is still running."""
    if notice.state != State.ACTIVE:
        notice = move(notice=notice, to=State.ACTIVE, by=by, now=now, person=person)
    until = moves.expiry(notice.kind, timezone.localdate(now))
    held = Notice.objects.filter(pk=notice.pk, state=State.ACTIVE)
    if not held.update(expires_on=until, version=F("version") + 1, updated_at=now):
        raise Conflict(_("Somebody else has moved this notice meanwhile. Please open it again."))
    notice.refresh_from_db()
    audit.record(enums.RENEWED, by=by, about=notice, now=now, actor_name=_(PERSON) if person else "")
    return notice


@transaction.atomic
def read(*, notice: Notice, by: Any, now: datetime) -> None:
    """The office has read what was changed; it stays as it is."""
    Notice.objects.filter(pk=notice.pk).update(changed_at=None, updated_at=now)
    audit.record(enums.CHANGED, by=by, about=notice, now=now, data={"read": True})


@transaction.atomic
def pass_time(*, notice: Notice, now: datetime) -> Notice:
    """The next step time takes: ask whether it still holds, then let it run out. Nothing runs out unasked.

    Raises BadMove, Conflict.
    """
    today = timezone.localdate(now)
    expires = notice.expires_on or today
    if notice.state == State.ACTIVE and today >= moves.ask_on(notice.kind, expires):
        return ask(notice, now)
    if notice.state in (State.RENEWAL, State.PAUSED) and expires < today:
        return move(notice=notice, to=State.EXPIRED, by=None, now=now, house=True)
    return notice


def ask(notice: Notice, now: datetime) -> Notice:
    """Ask whether it still holds; whoever is asked late gets some days to answer."""
    today = timezone.localdate(now)
    least = today + DAYS_TO_ANSWER
    if (notice.expires_on or today) < least:
        Notice.objects.filter(pk=notice.pk).update(expires_on=least)
        notice.expires_on = least
    notice = move(notice=notice, to=State.RENEWAL, by=None, now=now, house=True)
    audit.record(enums.REMINDED, by=None, about=notice, now=now)
    return notice
