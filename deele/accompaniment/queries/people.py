"""Who may advise where."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from deele.access import rules as access
from deele.access.enums import ROLES, Permission
from deele.access.models import Grant
from deele.accounts.models import User
from deele.office import queries as office
from deele.office.models import Area

WORK = Permission.CASE_WORK


def areas(user: Any) -> QuerySet[Area]:
    """Areas of work in which this person advises."""
    allowed = access.areas_of(user, WORK)
    return office.areas() if allowed is None else office.areas().filter(pk__in=allowed)


def advisers(area_id: int | None, today: date) -> QuerySet[User]:
    """Who advises in this area of work today; in any for None."""
    roles = [key for key, role in ROLES.items() if WORK in role.permissions]
    grants = Grant.objects.valid_on(today).filter(role__in=roles)
    if area_id is not None:
        grants = grants.filter(Q(area_id=area_id) | Q(area=None))
    return User.objects.filter(is_active=True, pk__in=grants.values("user_id")).order_by("name", "pk")
