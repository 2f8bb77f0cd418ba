"""Sessions held, who was there, decisions by level, tasks done in time. No person is asked for."""

from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.access.enums import Permission
from deele.groups.enums.sessions import TOOK_PLACE, DecisionLevel, Majority, Presence, SessionFormat, TaskState
from deele.groups.models import Decision, Participation, Session, Task
from deele.reporting.kinds import Ask, Column, Measure, Unit, measures
from deele.reporting.queries import splits

WORK = Permission.ALLIANCE_WORK


def held(ask: Ask) -> QuerySet[Session]:
    """Sessions that took place."""
    return ask.narrow(Session.objects.filter(state__in=TOOK_PLACE), "starts_at__date", area="")


def attended(ask: Ask) -> QuerySet[Participation]:
    """People noted as present."""
    rows = Participation.objects.filter(presence=Presence.PRESENT, session__state__in=TOOK_PLACE)
    return ask.narrow(rows, "session__starts_at__date", area="")


def decided(ask: Ask) -> QuerySet[Decision]:
    """Decisions in confirmed minutes."""
    return ask.narrow(Decision.objects.all(), "decided_on", area="")


def closed(ask: Ask) -> QuerySet[Task]:
    """Tasks that were done and had a day."""
    return ask.narrow(Task.objects.filter(state=TaskState.DONE, due_on__isnull=False), "closed_on", area="")


def day(value: Any) -> str:
    """A day in a column."""
    return date_format(value, "d.m.Y") if value else ""


measures.add(
    "A3",
    Measure(
        "A3",
        _("Sessions of working groups"),
        _("Sessions of the alliance's working groups that took place in the period."),
        held,
        splits=(splits.choices("form", _("How they met"), "format", SessionFormat), splits.month("starts_at__date")),
        columns=(
            Column(_("Day"), lambda row: day(row.starts_at)),
            Column(_("Working group"), lambda row: row.group.name),
        ),
        related=("group",),
        way=lambda row: row.desk_url(),
        permission=WORK,
        by_area=False,
        personal=False,
    ),
    rank=50,
)
measures.add(
    "A3t",
    Measure(
        "A3t",
        _("Attendance at sessions"),
        _("Places in sessions of the period noted as present; who was in two sessions counts twice."),
        attended,
        columns=(
            Column(_("Day"), lambda row: day(row.session.starts_at)),
            Column(_("Member"), lambda row: row.member_name),
        ),
        related=("session",),
        permission=WORK,
        by_area=False,
    ),
    rank=50,
)
measures.add(
    "A3b",
    Measure(
        "A3b",
        _("Decisions of working groups"),
        _("Decisions in confirmed minutes, by the day they were made."),
        decided,
        splits=(
            splits.choices("ebene", _("Level"), "item__level", DecisionLevel),
            splits.choices("mehrheit", _("How was it decided?"), "item__majority", Majority),
        ),
        columns=(
            Column(_("Number"), str),
            Column(_("Working group"), lambda row: row.group.name),
            Column(_("Text"), lambda row: row.item.text[:200]),
        ),
        related=("group", "item"),
        permission=WORK,
        by_area=False,
        personal=False,
    ),
    rank=50,
)
measures.add(
    "A3z",
    Measure(
        "A3z",
        _("Tasks done in time"),
        _("Tasks from sessions that were done in the period, had a day, and were done by then."),
        closed,
        unit=Unit.SHARE,
        part=Q(closed_on__lte=F("due_on")),
        columns=(
            Column(_("Until"), lambda row: day(row.due_on)),
            Column(_("Closed on"), lambda row: day(row.closed_on)),
            Column(_("Working group"), lambda row: row.group.name),
        ),
        related=("group",),
        permission=WORK,
        by_area=False,
        personal=False,
    ),
    rank=50,
)
