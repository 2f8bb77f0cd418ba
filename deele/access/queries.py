"""Who works here, with which roles."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from deele.access.enums import LEAD
from deele.access.models import Grant
from deele.accounts.models import User


@dataclass(frozen=True)
class Colleague:
    """A person with the roles that are not over."""

    user: User
    grants: list[Grant]


def colleagues(day: date) -> list[Colleague]:
    """Everybody with a role now or later, by name."""
    grants = Grant.objects.not_over(day).select_related("area", "granted_by").order_by("role", "pk")
    users = User.objects.filter(grants__in=grants).distinct().prefetch_related(Prefetch("grants", grants, "roles"))
    return [Colleague(user, list(user.roles)) for user in users]


def without_role(day: date) -> QuerySet[User]:
    """Accounts that can sign in but hold no role."""
    return User.objects.filter(is_active=True).exclude(grants__in=Grant.objects.not_over(day))


def held(user: User, day: date) -> QuerySet[Grant]:
    """The person's roles in force or to come."""
    return user.grants.not_over(day).select_related("area", "granted_by").order_by("role", "pk")


def past(user: User, day: date) -> QuerySet[Grant]:
    """The person's roles that are over, newest first."""
    over = user.grants.exclude(pk__in=Grant.objects.not_over(day))
    return over.select_related("area", "granted_by", "ended_by").order_by("-starts_on", "-pk")


def lasting_leads(day: date) -> QuerySet[Grant]:
    """Leads everywhere, in force, without an end, of accounts that can sign in."""
    leads = Grant.objects.valid_on(day).filter(role=LEAD, area=None, ends_on=None)
    return leads.filter(user__is_active=True).order_by("pk")
