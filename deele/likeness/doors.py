"""Who may look at the overlaps of a thing, and decide about them."""

from typing import Any

from django.http import Http404

from deele.access import rules as access
from deele.access.enums import Permission
from deele.likeness.models import StoredSubject
from deele.likeness.queries import speaking

DESK = "/schreibtisch/"


def may_decide(user: Any, ref: str) -> bool:
    """Whoever looks after the alliance, and whoever may work on the thing itself (its desk page is open to them)."""
    if not access.can(user, Permission.DESK):
        return False
    return access.can(user, Permission.ALLIANCE_WORK) or speaking.url_of(ref, user).startswith(DESK)


def subject(user: Any, ref: str) -> StoredSubject:
    """A thing whose overlaps this person may decide about. 404 for all others, and where it is not known."""
    found = StoredSubject.objects.filter(ref=ref).first()
    if found is None or not may_decide(user, ref):
        raise Http404
    return found
