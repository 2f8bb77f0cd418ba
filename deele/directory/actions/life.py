"""The moves of an entry through its life (domain §9.1)."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.freshness import Method
from deele.core.ranges import Range
from deele.core.versions import Conflict
from deele.directory import enums, rules
from deele.directory.actions import index, post
from deele.directory.actions.entries import NotAllowed
from deele.directory.enums import OPEN_STATES, PUBLIC_STATES, State
from deele.directory.models import Entry


class BadMove(Refusal):
    """The table of moves does not know this one, or something it needs is missing."""

    code = "bad-move"


@transaction.atomic
def move(
    *, entry: Entry, to: str, by: Any, now: datetime, reason: str = "", holder: str = "", house: bool = False
) -> Entry:
    """Bring the entry into another state.

    The mover is a person of the office (`by`), the people behind the entry (`holder`, their name or
    address, whose mail link was checked), or the house itself (`house`). Raises NotAllowed, BadMove, and
    Conflict when somebody else moved it first.
    """
    target = State(to)
    source = State(entry.state)
    check(entry, target, by=by, reason=reason, holder=holder, house=house)
    fields = {"state": target, "state_since": now, "state_reason": reason, "version": F("version") + 1}
    if target in PUBLIC_STATES and entry.public_since is None:
        fields["public_since"] = now
    if not Entry.objects.filter(pk=entry.pk, state=source).update(**fields, updated_at=now):
        raise Conflict(_("Somebody else has moved this entry meanwhile. Please open it again."))
    entry.refresh_from_db()
    if target == State.PUBLISHED:
        plan_confirmation(entry, now)
    data = {"from": source.value, "to": target.value, "reason": reason}
    audit.record(enums.MOVED, by=by, about=entry, now=now, data=data, actor_name=holder)
    index.refresh(entry)
    tell(entry, source, now)
    return entry


def tell(entry: Entry, source: State, now: datetime) -> None:
    """Tell the people behind the entry what concerns them."""
    if not entry.contact_email:
        return
    if entry.state == State.PUBLISHED and source in OPEN_STATES:
        post.published(entry, now=now)
    elif entry.state == State.REFUSED:
        post.refused(entry, now=now)
    elif entry.state == State.QUERY:
        post.question(entry, now=now)


def check(entry: Entry, target: State, *, by: Any, reason: str, holder: str, house: bool) -> None:
    """Raises what `move` raises, without writing."""
    wanted = rules.move(entry.state, target)
    if wanted is None:
        words = {"state": entry.get_state_display(), "target": target.label}
        raise BadMove(_("From “%(state)s” there is no way to “%(target)s”.") % words)
    allowed = house or (bool(holder) and wanted.by_holder) or (by and rules.can_move_entry(by, entry, target))
    if not allowed:
        raise NotAllowed(_("You may not do this to this entry. Please ask a person who reviews entries."))
    if wanted.reason_needed and not reason.strip():
        raise BadMove(_("Please give a reason; the people behind the entry will read it."), code="reason")
    if target in PUBLIC_STATES and entry.place_id is None:
        raise BadMove(_("Before it can be published, the entry needs a place. Please choose one."), code="place")


def confirmation_term(entry: Entry) -> timedelta:
    """How long a confirmation of this entry holds."""
    free = entry.details.get("freie_plaetze")
    has_free = bool(free) and (Range.restored(free).high or 0) > 0
    return rules.confirmation_term(phase=entry.phase, seeking=entry.seeking, free_places=has_free)


def plan_confirmation(entry: Entry, now: datetime) -> None:
    """Set the day by which the entry has to be confirmed again."""
    entry.next_confirmation_on = timezone.localdate(now) + confirmation_term(entry)
    entry.reminders, entry.reminded_on = 0, None
    entry.save(update_fields=["next_confirmation_on", "reminders", "reminded_on"])


@transaction.atomic
def confirm(*, entry: Entry, by: Any, now: datetime, method: Method, holder: str = "") -> Entry:
    """Write down that the facts are right today. Brings due and old entries back among the published."""
    if entry.state not in PUBLIC_STATES:
        raise BadMove(_("Only published entries can be confirmed. This one is: %(state)s.") % {
            "state": entry.get_state_display()
        })  # fmt: skip
    if entry.state != State.PUBLISHED:
        move(entry=entry, to=State.PUBLISHED, by=by, now=now, holder=holder)
    entry.confirm(method=method, by=holder_name(by), now=now)
    entry.save(update_fields=["verified_at", "verified_by", "verification_method"])
    Entry.objects.filter(pk=entry.pk).update(version=F("version") + 1)
    entry.refresh_from_db()
    plan_confirmation(entry, now)
    audit.record(enums.CONFIRMED, by=by, about=entry, now=now, data={"method": method}, actor_name=holder)
    index.refresh(entry)
    return entry


def holder_name(by: Any) -> str:
    """Who confirmed, as it stands in public: never a private name."""
    return _("the office") if by else _("the people of the entry")


@transaction.atomic
def become_due(*, entry: Entry, now: datetime) -> Entry:
    """The confirmation has run out: ask, remind, and after two silent reminders mark as old; never delete."""
    today = timezone.localdate(now)
    if entry.state == State.PUBLISHED:
        move(entry=entry, to=State.DUE, by=None, now=now, house=True)
    elif entry.reminders >= rules.SILENT_REMINDERS:
        return move(entry=entry, to=State.OLD, by=None, now=now, house=True)
    entry.reminders += 1
    entry.reminded_on = today
    entry.save(update_fields=["reminders", "reminded_on"])
    if entry.contact_email:
        post.please_confirm(entry, now=now)
        audit.record(enums.REMINDED, by=None, about=entry, now=now, data={"reminder": entry.reminders})
    return entry


@transaction.atomic
def ask_now(*, entry: Entry, by: Any, now: datetime) -> None:
    """Send the people behind the entry a link, outside the yearly round. Raises BadMove."""
    if not entry.is_public or not entry.contact_email:
        raise BadMove(_("There is nobody to ask: the entry needs a contact address and must be published."))
    post.please_confirm(entry, now=now, extra=True)
    audit.record(enums.REMINDED, by=by, about=entry, now=now)
