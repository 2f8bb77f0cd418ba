"""The measures of joint actions. They count actions, submissions and visitors; who sent something in is never asked."""

from typing import Any

from django.db.models import ExpressionWrapper, F, IntegerField, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.access.enums import Permission
from deele.jointactions.enums import Accepts, Goal, State
from deele.jointactions.models import JointAction, Submission, TourStop
from deele.reporting.kinds import Ask, Column, Measure, measures
from deele.reporting.queries import splits

WORK = Permission.ALLIANCE_WORK


def begun(ask: Ask) -> QuerySet[JointAction]:
    """Actions that began in the period and were not dropped or called off."""
    held = JointAction.objects.exclude(state__in=(State.PROPOSED, State.CHECKED, State.DROPPED, State.CALLED_OFF))
    return ask.narrow(held, "begins", area="")


def sent_in(ask: Ask) -> QuerySet[Submission]:
    """What was handed in during the period. Withdrawing takes none away: it was handed in."""
    return ask.narrow(Submission.objects.all(), "submitted_at__date", area="")


def visited(ask: Ask) -> QuerySet[TourStop]:
    """Stops that began in the period and where visitors were counted."""
    return ask.narrow(TourStop.objects.filter(visitors__isnull=False), "begins", area="")


def action_way(row: JointAction) -> str:
    """To the action, for those who look after it."""
    return reverse("jointactions:desk-action", args=[row.pk])


def stop_way(row: TourStop) -> str:
    """To its action."""
    return reverse("jointactions:desk-action", args=[row.action_id])


def day(value: Any) -> str:
    """A day in a column."""
    return date_format(value, "d.m.Y") if value else ""


measures.add(
    "A7",
    Measure(
        "A7",
        _("Joint actions of the alliance"),
        _("Joint actions that began in the period, decided on and not called off. One on tour counts once."),
        begun,
        splits=(
            splits.choices("zustand", _("State"), "state", State),
            splits.listed("ziel", _("Goal of the alliance"), "goals", Goal),
        ),
        columns=(
            Column(_("Begins on"), lambda row: day(row.begins)),
            Column(_("Action"), lambda row: row.title),
            Column(_("State"), lambda row: row.get_state_display()),
        ),
        way=action_way,
        permission=WORK,
        by_area=False,
        personal=False,
    ),
    rank=45,
)
measures.add(
    "A7a",
    Measure(
        "A7a",
        _("Sent in to calls"),
        _("What people handed in to calls of joint actions in the period, whether it was taken or not."),
        sent_in,
        splits=(
            splits.choices("art", _("What the call asked for"), "call__accepts", Accepts),
            splits.month("submitted_at__date"),
        ),
        columns=(
            Column(_("Handed in on"), lambda row: day(row.submitted_at)),
            Column(_("Call"), lambda row: row.call.title),
            Column(_("State"), lambda row: row.get_standing_display()),
        ),
        related=("call",),
        permission=WORK,
        by_area=False,
    ),
    rank=45,
)
measures.add(
    "A7b",
    Measure(
        "A7b",
        _("Visitors of joint actions"),
        _("Visitors counted at the stops that began in the period. Stops nobody counted at are not estimated."),
        visited,
        splits=(splits.month("begins"),),
        columns=(
            Column(_("From"), lambda row: day(row.begins)),
            Column(_("Stop"), lambda row: row.venue),
            Column(_("Visitors"), lambda row: str(row.visitors)),
        ),
        amount=ExpressionWrapper(F("visitors"), IntegerField()),
        way=stop_way,
        permission=WORK,
        by_area=False,
        personal=False,
    ),
    rank=45,
)
