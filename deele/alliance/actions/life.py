"""Moving a membership through its life: each move one conditional write, one line of the log, one mail."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from deele.alliance.actions import index, mark_contacts, people, post
from deele.alliance.enums import State, events
from deele.alliance.models import Membership, Profile
from deele.alliance.rules import moves
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.versions import Conflict

PERSON = gettext_noop("Somebody of the member")
YEAR = timedelta(days=moves.REVIEW_DAYS)


class BadMove(Refusal):
    """From this state there is no such way."""

    code = "no-way"


@transaction.atomic
def move(
    *, membership: Membership, to: str, by: Any, now: datetime, reason: str = "", member: bool = False,
    house: bool = False, heirs: Mapping[str, str] | None = None,
) -> Membership:  # fmt: skip
    """Move a membership along the table of rules.moves.

    `by` is somebody of the office, `member` the member itself, `house` time; `heirs` says who takes on what is open
    where it leaves. Raises BadMove, Conflict when somebody else moved it first, Refusal where an heir cannot take it.
    """
    source, target = State(membership.state), State(to)
    check(membership, target, office=by is not None, member=member, house=house, reason=reason)
    fields = fields_of(membership, target, now)
    moved = Membership.objects.filter(pk=membership.pk, state=source)
    if not moved.update(**fields, state_reason=reason[:300], version=F("version") + 1, updated_at=now):
        raise Conflict(_("Somebody else has changed the state of this member meanwhile. Please open it again."))
    membership.refresh_from_db()
    data = {"from": source.value, "to": target.value, **({"reason": reason} if reason else {})}
    audit.record(events.MOVED, by=by, about=membership, now=now, data=data, actor_name=_(PERSON) if member else "")
    first = follow(membership, target, now)
    post.moved(membership, source, target, first=first, now=now)
    if target in (State.LEFT, State.REFUSED):
        people.release(membership=membership, now=now, heirs=heirs)
        mark_contacts.let_go(membership, now)
    index.refresh(membership)
    return membership


def check(membership: Membership, target: State, *, office: bool, member: bool, house: bool, reason: str) -> None:
    """Raises BadMove where the table knows no such move, or not for this person."""
    wanted = moves.move(membership.state, target)
    words = {"state": membership.get_state_display(), "target": target.label}
    if wanted is None or membership.succeeded_by_id is not None:
        raise BadMove(_("This member is “%(state)s”; from there it cannot become “%(target)s”.") % words)
    if not (house or (member and wanted.by_member) or (office and wanted.by_office)):
        raise BadMove(_("This member is “%(state)s”; you cannot make it “%(target)s” from here.") % words)
    if wanted.reason_needed and not member and not reason.strip():
        raise BadMove(_("Please give a reason; it is kept, and the member is told."), code="reason")
    if wanted.needs_profile and not has_profile(membership):
        raise BadMove(_("There is no agreed profile yet. Please agree to a draft first."), code="profile")


def has_profile(membership: Membership) -> bool:
    """Whether agreed words are there."""
    found = Profile.objects.filter(membership=membership).first()
    return found is not None and found.has_words


def fields_of(membership: Membership, target: State, now: datetime) -> dict[str, Any]:
    """What else changes with the state."""
    today = timezone.localdate(now)
    fields: dict[str, Any] = {"state": target, "state_since": now}
    if target == State.LEFT and membership.state not in moves.ASKING:
        fields |= {"until": max(today, membership.since or today)}
    if target == State.MEMBER:
        fields |= {"until": None}
        if membership.since is None and membership.state in (*moves.ASKING, State.LEFT):
            fields |= {"since": today, "since_precision": "tag"}
    return fields


def follow(membership: Membership, target: State, now: datetime) -> bool:
    """A public profile has a day and a next review; whether it is public for the first time."""
    if target != State.PUBLISHED:
        return False
    profile = Profile.objects.get(membership=membership)
    first = profile.published_at is None
    profile.published_at = profile.published_at or now
    if profile.next_review_on is None:
        profile.next_review_on = timezone.localdate(now) + YEAR
    profile.save(update_fields=["published_at", "next_review_on", "updated_at"])
    return first
