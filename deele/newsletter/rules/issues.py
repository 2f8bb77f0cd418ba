"""Which move of an issue is allowed, and who may make it. No database."""

from typing import Any

from deele.access import rules as access
from deele.access.enums import Permission
from deele.newsletter.enums import IssueState

S = IssueState
MOVES = {
    S.COLLECTING: {S.EDITING, S.RELEASE},
    S.EDITING: {S.COLLECTING, S.RELEASE},
    S.RELEASE: {S.EDITING, S.PLANNED},
    S.PLANNED: {S.EDITING, S.SENDING},
    S.SENDING: {S.SENT},
    S.SENT: {S.SENDING, S.ARCHIVED},
    S.ARCHIVED: set(),
}


def may_move(source: str, target: str) -> bool:
    """Whether an issue goes from one state to the other."""
    return S(target) in MOVES[S(source)]


def can_edit(user: Any, issue: Any) -> bool:
    """Whether the person builds newsletters of this area."""
    return access.can(user, Permission.NEWSLETTER_EDIT, area_id=issue.area_id)


def can_release(user: Any, issue: Any) -> bool:
    """Whether the person may release, pause and stop newsletters of this area."""
    return access.can(user, Permission.NEWSLETTER_RELEASE, area_id=issue.area_id)


def is_second_person(user: Any, issue: Any) -> bool:
    """Whoever wrote last does not release: four eyes see more, and a mail cannot be taken back."""
    return bool(user) and user.pk != issue.last_editor_id
