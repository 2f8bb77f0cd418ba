"""A working group: proposed by a member or made by the office, changed, moved through its life."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.alliance.models import Delegate
from deele.audit import actions as audit
from deele.audit.actions import reference
from deele.core import versions
from deele.core.errors import Refusal
from deele.core.versions import Conflict
from deele.groups import enums
from deele.groups.actions import index, seats, telling
from deele.groups.actions.checking import check_leads
from deele.groups.enums import Role, State
from deele.groups.kinds import Actor
from deele.groups.models import WorkingGroup
from deele.groups.queries import elsewhere
from deele.groups.rules import moves
from deele.likeness.actions import overlaps

SECOND_CLICK = timedelta(minutes=2)
# Says no more than it must: a group that is not public does not exist for others.
NOT_FREE = gettext_lazy("This name is not free. Please choose another one.")


class BadMove(Refusal):
    """From this state there is no such way."""

    code = "no-way"


class NameTaken(Refusal):
    """A group of this name is there."""

    code = "name"


@transaction.atomic
def propose(*, group: WorkingGroup, by: Delegate, now: datetime) -> WorkingGroup:
    """A member proposes a group: only they and the office see it, until the office sets it up. Raises NameTaken.

    The same name proposed again by the same person is the group that is there: a second click.
    """
    known = WorkingGroup.objects.of(by).filter(name=group.name, state=State.PROPOSED).first()
    if known is not None:
        return known
    actor = Actor(delegate=by)
    _make(group, State.PROPOSED, actor, now)
    seats.give(group=group, delegate=by, role=Role.LEAD, by=actor, now=now, first=True)
    return group


@transaction.atomic
def write_down(*, group: WorkingGroup, by: Any, now: datetime) -> WorkingGroup:
    """The office writes a group down; it is set up by a move of its own, once what resembles it was looked at.

    A second click finds it. Raises NameTaken, NotAllowed.
    """
    actor = Actor(user=by)
    check_leads(group, actor)
    just_now = WorkingGroup.objects.filter(created_at__gt=now - SECOND_CLICK, state=State.PROPOSED)
    known = just_now.filter(name=group.name, mandate=group.mandate).first()
    if known is not None:
        return known
    return _make(group, State.PROPOSED, actor, now)


def _make(group: WorkingGroup, state: State, by: Actor, now: datetime) -> WorkingGroup:
    group.state, group.state_since = state, now
    try:
        with transaction.atomic():
            group.save(force_insert=True)
    except IntegrityError as error:
        raise NameTaken(str(NOT_FREE)) from error
    audit.record(enums.GROUP_MADE, by=by.user, about=group, now=now, actor_name=by.name)
    index.refresh(group, now)
    return group


@transaction.atomic
def change(*, group: WorkingGroup, by: Actor, now: datetime) -> WorkingGroup:
    """Keep what a form has put on the group. Raises NotAllowed, NameTaken, core.versions.Conflict."""
    check_leads(group, by)
    versions.claim(group)
    try:
        with transaction.atomic():
            group.save()
    except IntegrityError as error:
        raise NameTaken(str(NOT_FREE)) from error
    audit.record(enums.GROUP_CHANGED, by=by.user, about=group, now=now, actor_name=by.name)
    index.refresh(group, now)
    return group


def move(*, group: WorkingGroup, to: str, by: Actor, now: datetime, reason: str = "") -> WorkingGroup:
    """Move a group along the table of rules.moves, and tell its people.

    Raises NotAllowed, BadMove, Conflict, and likeness.actions.overlaps.Undecided where something like it exists and
    nobody has decided about it.
    """
    check_leads(group, by)
    source, target = State(group.state), State(to)
    check_move(source, target, by, reason)
    if target == State.SET_UP or source == State.ENDED:
        ask_first(group, by, now)
    return moved(group, target, by, now, reason)


def ask_first(group: WorkingGroup, by: Actor, now: datetime) -> None:
    """What overlaps with it is decided before it begins, or begins again. Raises Undecided.

    An ended group was forgotten: it is told anew as one that goes on, and stays told when the move is refused, so that
    its page shows what waits for a decision.
    """
    overlaps.tell(subject=replace(elsewhere.subject(group), ends=None), now=now)
    overlaps.ask_first(ref=reference(group), by=by.user, now=now)


@transaction.atomic
def moved(group: WorkingGroup, target: State, by: Actor, now: datetime, reason: str) -> WorkingGroup:
    """The move itself. Raises Conflict for the second of two."""
    source = State(group.state)
    fields = {"state": target, "state_since": now, "state_reason": reason.strip()[:300], **ends(group, target, now)}
    rows = WorkingGroup.objects.filter(pk=group.pk, state=source)
    if not rows.update(**fields, version=F("version") + 1, updated_at=now):
        raise Conflict(_("Somebody else has moved this working group meanwhile. Please open it again."))
    group.refresh_from_db()
    data = {"from": source.value, "to": target.value, "reason": group.state_reason}
    audit.record(enums.GROUP_MOVED, by=by.user, about=group, now=now, data=data, actor_name=by.name)
    telling.moved(group, by, now)
    index.refresh(group, now)
    return group


def check_move(source: State, target: State, by: Actor, reason: str) -> None:
    """Raises BadMove where the table knows no such move, or not for this side."""
    wanted = moves.move(source, target)
    words = {"state": source.label, "target": target.label}
    if wanted is None:
        raise BadMove(_("This working group is “%(state)s”; from there it cannot become “%(target)s”.") % words)
    if not by.is_office and not wanted.by_lead:
        raise BadMove(_("From “%(state)s” to “%(target)s” only the office moves a working group.") % words)
    if wanted.reason_needed and not reason.strip():
        raise BadMove(_("Please give a reason; the people of the group read it."), code="reason")


def ends(group: WorkingGroup, target: State, now: datetime) -> dict[str, Any]:
    """Since when, until when."""
    today = timezone.localdate(now)
    if target == State.ENDED:
        return {"until": today}
    return {"since": group.since or today, "until": None}
