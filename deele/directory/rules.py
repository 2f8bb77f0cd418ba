"""The life of an entry as a table of allowed moves (domain §9.1), and when it must be confirmed."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from deele.access import rules as access
from deele.access.enums import Permission
from deele.directory.enums import PLANNING_PHASES, PUBLIC_STATES, Phase, State

S = State


@dataclass(frozen=True)
class Move:
    """One allowed move. `by_holder`: the people behind the entry may make it through their mail link."""

    source: State
    target: State
    permission: Permission | None
    by_holder: bool = False
    reason_needed: bool = False


EDIT, REVIEW, MERGE = Permission.ENTRY_EDIT, Permission.ENTRY_REVIEW, Permission.ENTRY_MERGE

MOVES = (
    Move(S.DRAFT, S.SUBMITTED, EDIT, by_holder=True),
    Move(S.DRAFT, S.PUBLISHED, REVIEW),
    Move(S.DRAFT, S.WITHDRAWN, EDIT, by_holder=True),
    Move(S.SUBMITTED, S.REVIEW, REVIEW),
    Move(S.SUBMITTED, S.PUBLISHED, REVIEW),
    Move(S.SUBMITTED, S.REFUSED, REVIEW, reason_needed=True),
    Move(S.SUBMITTED, S.WITHDRAWN, EDIT, by_holder=True),
    Move(S.REVIEW, S.QUERY, REVIEW, reason_needed=True),
    Move(S.REVIEW, S.PUBLISHED, REVIEW),
    Move(S.REVIEW, S.REFUSED, REVIEW, reason_needed=True),
    Move(S.REVIEW, S.WITHDRAWN, EDIT, by_holder=True),
    Move(S.QUERY, S.REVIEW, REVIEW, by_holder=True),
    Move(S.QUERY, S.REFUSED, REVIEW, reason_needed=True),
    Move(S.QUERY, S.WITHDRAWN, EDIT, by_holder=True),
    Move(S.PUBLISHED, S.DUE, None),
    Move(S.PUBLISHED, S.ARCHIVED, REVIEW, reason_needed=True),
    Move(S.PUBLISHED, S.WITHDRAWN, REVIEW, by_holder=True),
    Move(S.DUE, S.PUBLISHED, EDIT, by_holder=True),
    Move(S.DUE, S.OLD, None),
    Move(S.DUE, S.ARCHIVED, REVIEW, reason_needed=True),
    Move(S.DUE, S.WITHDRAWN, REVIEW, by_holder=True),
    Move(S.OLD, S.PUBLISHED, EDIT, by_holder=True),
    Move(S.OLD, S.ARCHIVED, REVIEW, reason_needed=True),
    Move(S.OLD, S.WITHDRAWN, REVIEW, by_holder=True),
    Move(S.ARCHIVED, S.REVIEW, REVIEW),
    Move(S.REFUSED, S.REVIEW, REVIEW),
    Move(S.WITHDRAWN, S.REVIEW, REVIEW),
    *(Move(state, S.MERGED, MERGE) for state in S if state != S.MERGED),
    *(Move(S.MERGED, state, MERGE) for state in S if state != S.MERGED),
)
BY_ENDS = {(move.source, move.target): move for move in MOVES}

CONFIRM_LIVING, CONFIRM_PLANS, CONFIRM_FREE_PLACES = timedelta(days=365), timedelta(days=91), timedelta(days=30)
REMIND_AFTER = timedelta(days=21)
SILENT_REMINDERS = 2


def move(source: str, target: str) -> Move | None:
    """The move between two states, None when there is none."""
    return BY_ENDS.get((State(source), State(target)))


def can_see_entry(user: Any, entry: Any) -> bool:
    """The public sees published entries; the office sees all it may edit in its areas of work."""
    if entry.state in PUBLIC_STATES:
        return True
    return can_edit_entry(user, entry)


def can_edit_entry(user: Any, entry: Any) -> bool:
    """Entries without an area belong to everybody who edits."""
    return access.can(user, Permission.ENTRY_EDIT, area_id=entry.area_id)


def can_move_entry(user: Any, entry: Any, target: str) -> bool:
    """Whether this person may make this move now; moves of the house itself need no person."""
    wanted = move(entry.state, target)
    if wanted is None or wanted.permission is None:
        return False
    return access.can(user, wanted.permission, area_id=entry.area_id)


def confirmation_term(*, phase: str, seeking: bool, free_places: bool) -> timedelta:
    """How long a confirmation holds: monthly for free places, quarterly for plans and searches, else yearly."""
    if free_places:
        return CONFIRM_FREE_PLACES
    if seeking or (phase and Phase(phase) in PLANNING_PHASES):
        return CONFIRM_PLANS
    return CONFIRM_LIVING


def confirmed_within_year(verified_on: date | None, today: date) -> bool:
    """The facet “confirmed within 12 months”."""
    return verified_on is not None and today - verified_on <= CONFIRM_LIVING
