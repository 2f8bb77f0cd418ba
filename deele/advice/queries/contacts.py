"""Contacts as the adviser sees them: mine of today, the list, earlier ones of the same code."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from deele.access import rules as access
from deele.access.enums import Permission
from deele.advice.models import Contact, Template
from deele.office import queries as office
from deele.office.models import Area

RECENT = 8


def areas(user: Any) -> QuerySet[Area]:
    """Areas of work in which this person advises."""
    allowed = access.areas_of(user, Permission.CASE_WORK)
    return office.areas() if allowed is None else office.areas().filter(pk__in=allowed)


def usual_area(user: Any) -> Area | None:
    """The area of the last contact this person logged; the first of theirs otherwise."""
    mine = areas(user)
    last = Contact.objects.filter(adviser=user, area__in=mine).select_related("area").order_by("-pk").first()
    return last.area if last else mine.first()


def recent(user: Any) -> list[Contact]:
    """What this person logged last, newest first."""
    mine = Contact.objects.visible_to(user).filter(adviser=user).order_by("-pk")
    return list(mine.select_related("area", "place__parent")[:RECENT])


def templates(user: Any) -> QuerySet[Template]:
    """Templates of the areas in which this person advises."""
    return Template.objects.filter(area__in=areas(user)).select_related("area")


def found(user: Any, asked: dict[str, Any]) -> QuerySet[Contact]:
    """The list, narrowed by what was asked: area, topic, kind, audience, code, since, until, mine."""
    rows = Contact.objects.visible_to(user).select_related("area", "place__parent", "adviser")
    for name in ("area", "audience", "kind", "channel"):
        if asked.get(name):
            rows = rows.filter(**{name: asked[name]})
    if asked.get("since"):
        rows = rows.filter(happened_on__gte=asked["since"])
    if asked.get("until"):
        rows = rows.filter(happened_on__lte=asked["until"])
    if asked.get("code"):
        rows = rows.filter(code=asked["code"])
    if asked.get("mine"):
        rows = rows.filter(adviser=user)
    if asked.get("topic"):  # lists in JSON are asked for in no way that both databases know, their text is
        rows = rows.alias(said=Cast("topics", TextField())).filter(said__contains=f'"{asked["topic"]}"')
    return rows


def earlier(contact: Contact, user: Any) -> list[Contact]:
    """The other contacts under the same code that this person may see, newest first."""
    same = Contact.objects.visible_to(user).filter(code=contact.code).exclude(pk=contact.pk)
    return list(same.select_related("place", "area"))


@dataclass(frozen=True)
class Week:
    """How many contacts, this week and the one before."""

    now: int
    before: int


def week(user: Any, today: date) -> Week:
    """Contacts of the areas of this person since Monday, and in the week before."""
    monday = today - timedelta(days=today.weekday())
    rows = Contact.objects.visible_to(user)
    seven = timedelta(days=7)
    return Week(
        rows.filter(happened_on__gte=monday, happened_on__lte=today).count(),
        rows.filter(happened_on__gte=monday - seven, happened_on__lt=monday).count(),
    )
