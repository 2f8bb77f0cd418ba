"""Invitations, and wishes to join: made once, answered once."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.alliance.models import Delegate
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.groups import enums
from deele.groups.actions import seats, telling
from deele.groups.actions.checking import check_leads
from deele.groups.enums import Role, WishState
from deele.groups.kinds import Actor
from deele.groups.models import SeatWish, WorkingGroup

MOST = 10


class Answered(Refusal):
    """Somebody has answered already."""

    code = "answered"


@transaction.atomic
def invite(
    *, group: WorkingGroup, delegate: Delegate, role: str, words: str, by: Actor, now: datetime
) -> SeatWish | None:
    """Invite somebody: a mail, and a line on their page. None for who sits in the group; twice is once.

    Raises NotAllowed.
    """
    check_leads(group, by)
    if group.seats.filter(delegate=delegate, until=None).exists():
        return None
    wish, made = _open(SeatWish(group=group, delegate=delegate, invited=True, role=role, words=words, made_at=now))
    if made:
        telling.invited(wish, now)
        audit.record(enums.WISH_MADE, by=by.user, about=group, now=now, actor_name=by.name, data={"wish": wish.pk})
    return wish


@transaction.atomic
def invite_address(*, group: WorkingGroup, email: str, role: str, words: str, by: Actor, now: datetime) -> int:
    """Invite all delegates with this address; returns how many. Who invites learns nothing from it."""
    rows = Delegate.objects.active(timezone.localdate(now)).filter(email__iexact=email.strip())
    found = list(rows.select_related("membership")[:MOST])
    for one in found:
        invite(group=group, delegate=one, role=role, words=words, by=by, now=now)
    return len(found)


@transaction.atomic
def ask(*, group: WorkingGroup, delegate: Delegate, words: str, now: datetime) -> SeatWish | None:
    """A delegate asks to join; the leads hear of it. None for who sits in the group; twice is once."""
    if group.seats.filter(delegate=delegate, until=None).exists():
        return None
    wish, made = _open(SeatWish(group=group, delegate=delegate, role=Role.MEMBER, words=words, made_at=now))
    if made:
        telling.asked(wish, now)
        audit.record(
            enums.WISH_MADE, by=None, about=group, now=now, actor_name=str(delegate.membership), data={"wish": wish.pk}
        )
    return wish


def _open(wish: SeatWish) -> tuple[SeatWish, bool]:
    """Keep it, or find the one that is open already."""
    try:
        with transaction.atomic():
            wish.save(force_insert=True)
    except IntegrityError:
        return SeatWish.objects.get(group=wish.group, delegate=wish.delegate, state=WishState.OPEN), False
    return wish, True


@transaction.atomic
def accept(*, wish: SeatWish, by: Delegate, now: datetime) -> None:
    """The invited person says yes and has a seat. Raises Answered, seats.NoDelegate."""
    _close(wish, WishState.YES, now)
    seats.give(group=wish.group, delegate=wish.delegate, role=wish.role, by=Actor(delegate=by), now=now, first=True)
    answered(wish, Actor(delegate=by), now)


@transaction.atomic
def decline(*, wish: SeatWish, by: Delegate, now: datetime) -> None:
    """The invited person says no, or takes their own wish back. Raises Answered."""
    _close(wish, WishState.NO if wish.invited else WishState.TAKEN_BACK, now)
    answered(wish, Actor(delegate=by), now)


@transaction.atomic
def let_in(*, wish: SeatWish, by: Actor, now: datetime) -> None:
    """The group says yes to who asked. Raises NotAllowed, Answered, seats.NoDelegate."""
    check_leads(wish.group, by)
    _close(wish, WishState.YES, now)
    seats.give(group=wish.group, delegate=wish.delegate, role=wish.role, by=by, now=now)
    answered(wish, by, now)


@transaction.atomic
def turn_down(*, wish: SeatWish, by: Actor, now: datetime) -> None:
    """The group says no to who asked, or takes its invitation back. Raises NotAllowed, Answered."""
    check_leads(wish.group, by)
    _close(wish, WishState.TAKEN_BACK if wish.invited else WishState.NO, now)
    if not wish.invited:
        telling.refused(wish, now)
    answered(wish, by, now)


def _close(wish: SeatWish, state: WishState, now: datetime) -> None:
    open_ones = SeatWish.objects.filter(pk=wish.pk, state=WishState.OPEN)
    if not open_ones.update(state=state, answered_at=now, updated_at=now):
        raise Answered(_("This was answered already. The page now shows how it stands."))


def answered(wish: SeatWish, by: Actor, now: datetime) -> None:
    """The log knows of the answer."""
    audit.record(enums.WISH_ANSWERED, by=by.user, about=wish.group, now=now, actor_name=by.name, data={"wish": wish.pk})
