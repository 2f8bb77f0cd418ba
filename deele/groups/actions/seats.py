"""Seats: given, changed, ended, never deleted. At most one of a person in a group at a time."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.alliance.actions import muting
from deele.alliance.models import Delegate
from deele.audit import actions as audit
from deele.audit.actions import reference
from deele.core.errors import Refusal
from deele.groups import enums
from deele.groups.actions import telling
from deele.groups.actions.checking import NotAllowed, check_leads
from deele.groups.enums import Role, WishState
from deele.groups.kinds import Actor
from deele.groups.models import Seat, SeatWish, WorkingGroup
from deele.groups.queries.elsewhere import SOURCE
from deele.search import actions as search


class LastLead(Refusal):
    """A group at work has somebody who leads it."""

    code = "last-lead"


class NoDelegate(Refusal):
    """The person no longer acts for a member."""

    code = "no-delegate"


@transaction.atomic
def give(*, group: WorkingGroup, delegate: Delegate, role: str, by: Actor, now: datetime, first: bool = False) -> Seat:
    """Give somebody a seat; who has one keeps it as it is. `first`: the seat of who proposed the group.

    Open invitations and wishes of the person are answered by it. Raises NotAllowed, NoDelegate.
    """
    if not first:
        check_leads(group, by)
    today = timezone.localdate(now)
    if not delegate.is_active(today):
        raise NoDelegate(_("%(name)s no longer acts for a member.") % {"name": delegate.name})
    try:
        with transaction.atomic():
            seat = Seat.objects.create(group=group, delegate=delegate, role=role, since=today)
    except IntegrityError:
        return Seat.objects.get(group=group, delegate=delegate, until=None)
    rows = SeatWish.objects.filter(group=group, delegate=delegate, state=WishState.OPEN)
    rows.update(state=WishState.YES, answered_at=now, updated_at=now)
    audit.record(
        enums.SEAT_GIVEN, by=by.user, about=group, now=now, actor_name=by.name, data={"seat": seat.pk, "role": role}
    )
    if not first:
        telling.seated(seat, now)
    search.touch(SOURCE)
    return seat


@transaction.atomic
def change_role(*, seat: Seat, role: str, by: Actor, now: datetime) -> Seat:
    """What somebody is in the group. Raises NotAllowed, LastLead."""
    group = locked(seat.group)
    check_leads(group, by)
    if seat.role == Role.LEAD and role != Role.LEAD:
        check_another_lead(group, seat)
    seat.role = role
    seat.version += 1
    seat.save(update_fields=["role", "version", "updated_at"])
    audit.record(
        enums.SEAT_CHANGED, by=by.user, about=group, now=now, actor_name=by.name, data={"seat": seat.pk, "role": role}
    )
    search.touch(SOURCE)
    return seat


@transaction.atomic
def end(*, seat: Seat, by: Actor, now: datetime) -> Seat:
    """End a seat: the lead or the office any, everybody their own. A second time it does nothing.

    Pages end seats by leaving.end_seat, which hands over what is open first. Raises NotAllowed, LastLead.
    """
    group = locked(seat.group)
    own = not by.is_office and by.delegate.pk == seat.delegate_id
    if not own:
        check_leads(group, by)
    if seat.role == Role.LEAD and group.is_at_work and not by.is_office:
        check_another_lead(group, seat)
    ended = Seat.objects.filter(pk=seat.pk, until=None)
    if ended.update(until=timezone.localdate(now), version=F("version") + 1, updated_at=now):
        audit.record(enums.SEAT_ENDED, by=by.user, about=group, now=now, actor_name=by.name, data={"seat": seat.pk})
        muting.drop(delegate=seat.delegate, topic=reference(group))
        search.touch(SOURCE)  # the pages of group and member name who sits there
    seat.refresh_from_db()
    return seat


@transaction.atomic
def mute(*, seat: Seat, muted: bool, by: Delegate, now: datetime) -> Seat:
    """No mails of this group, or mails again; only the person decides it. Raises NotAllowed."""
    if seat.delegate_id != by.pk:
        raise NotAllowed(_("Only the person themselves can do this."))
    deed = muting.mute if muted else muting.unmute
    deed(delegate=by, topic=reference(seat.group), now=now)  # tells the slot of groups, which marks the seat
    seat.refresh_from_db()
    return seat


@transaction.atomic
def renew_calendar(*, seat: Seat, by: Delegate, now: datetime) -> Seat:
    """Give the calendar a new secret address; the old one opens nothing from now on. Raises NotAllowed."""
    if seat.delegate_id != by.pk:
        raise NotAllowed(_("Only the person themselves can do this."))
    Seat.objects.filter(pk=seat.pk).update(calendar_stamp=F("calendar_stamp") + 1, updated_at=now)
    seat.refresh_from_db()
    return seat


def locked(group: WorkingGroup) -> WorkingGroup:
    """The group, held until the transaction ends, so that two leads cannot go at the same moment."""
    return WorkingGroup.objects.select_for_update().get(pk=group.pk)


def check_another_lead(group: WorkingGroup, seat: Seat) -> None:
    """Raises LastLead."""
    if not group.seats.filter(until=None, role=Role.LEAD).exclude(pk=seat.pk).exists():
        raise LastLead(_("Nobody else leads this group. Please name somebody who leads it first."))
