"""Groups at work, seats taken, dates found (domain §10). People are counted, never named."""

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.access.enums import Permission
from deele.alliance.enums import OrganisationKind
from deele.groups.enums import PollState, Role, State
from deele.groups.models import Poll, Seat, WorkingGroup
from deele.reporting.kinds import Ask, Column, Measure, measures
from deele.reporting.queries import splits

WORK = Permission.ALLIANCE_WORK


def at_work(ask: Ask) -> QuerySet[WorkingGroup]:
    """Groups that had begun by the last day and had not ended before it."""
    return WorkingGroup.objects.filter(Q(until=None) | Q(until__gt=ask.until), since__lte=ask.until)


def seats_taken(ask: Ask) -> QuerySet[Seat]:
    """Seats that began in the period."""
    return ask.narrow(Seat.objects.all(), "since", area="")


def dates_found(ask: Ask) -> QuerySet[Poll]:
    """Polls that were decided in the period."""
    return ask.narrow(Poll.objects.filter(state=PollState.DECIDED), "decided_at__date", area="")


def day(value: Any) -> str:
    """A day in a column."""
    return date_format(value, "d.m.Y") if value else ""


measures.add(
    "N5",
    Measure(
        "N5",
        _("Working groups at work"),
        _("Working groups of the alliance that had begun by the last day of the period and had not ended."),
        at_work,
        splits=(splits.choices("sichtbar", _("State"), "state", State),),
        columns=(
            Column(_("Working group"), lambda group: group.name),
            Column(_("Since"), lambda group: day(group.since)),
        ),
        way=lambda group: group.desk_url(),
        permission=WORK,
        by_area=False,
        personal=False,
        is_stock=True,
    ),
    rank=45,
)
measures.add(
    "N5a",
    Measure(
        "N5a",
        _("Seats newly taken in working groups"),
        _("Seats in working groups of the alliance that began in the period. A person in two groups counts twice."),
        seats_taken,
        splits=(
            splits.choices("rolle", _("As what"), "role", Role),
            splits.choices("art", _("Kind of member"), "delegate__membership__kind", OrganisationKind),
            splits.month("since"),
        ),
        columns=(
            Column(_("Since"), lambda seat: day(seat.since)),
            Column(_("Working group"), lambda seat: seat.group.name),
            Column(_("As what"), lambda seat: str(seat.get_role_display())),
        ),
        related=("group",),
        way=lambda seat: reverse("groups:desk-people", args=[seat.group_id]),
        permission=WORK,
        by_area=False,
    ),
    rank=45,
)
measures.add(
    "N5b",
    Measure(
        "N5b",
        _("Dates found by a poll"),
        _("Date polls of working groups that were decided in the period. Polls that were called off do not count."),
        dates_found,
        splits=(splits.choices("gruppe", _("State of the group"), "group__state", State),),
        columns=(
            Column(_("Decided on"), lambda poll: day(poll.decided_at)),
            Column(_("Working group"), lambda poll: poll.group.name),
        ),
        related=("group",),
        way=lambda poll: reverse("groups:desk-poll", args=[poll.group_id, poll.pk]),
        permission=WORK,
        by_area=False,
        personal=False,
    ),
    rank=45,
)
