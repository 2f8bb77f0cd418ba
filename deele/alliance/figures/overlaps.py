"""The measures of the check for overlaps (domain §10, A2): the one proof that nobody does the same twice.

They stand here because `likeness` lies below `reporting`; the alliance is what they are counted for.
"""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.access.enums import Permission
from deele.likeness.enums import OverlapOutcome
from deele.likeness.kinds import subjects
from deele.likeness.models import OverlapCheck, OverlapDecision
from deele.reporting.kinds import Ask, Column, Measure, measures
from deele.reporting.queries import splits

WORK = Permission.ALLIANCE_WORK


def decided(ask: Ask) -> QuerySet[OverlapDecision]:
    """Decisions made in the period. One that was changed later is a decision of its own."""
    return ask.narrow(OverlapDecision.objects.all(), "at__date", area="")


def looked(ask: Ask) -> QuerySet[OverlapCheck]:
    """Looks kept in the period."""
    return ask.narrow(OverlapCheck.objects.all(), "at__date", area="")


def decision_way(row: OverlapDecision) -> str:
    """To the check of one of the two."""
    return reverse("likeness:check", args=[row.left])


def check_way(row: OverlapCheck) -> str:
    """To the check of the thing."""
    return reverse("likeness:check", args=[row.ref])


def kind_name(ref: str) -> str:
    """What a thing of this reference is called."""
    kind = ref.partition(":")[0]
    return str(subjects.get(kind).title) if kind in subjects else kind


def day(row: Any) -> str:
    """The day of a row."""
    return date_format(localtime(row.at), "d.m.Y")


measures.add(
    "A2",
    Measure(
        "A2",
        _("Decisions on overlaps"),
        _("What was decided in the period about things that resemble each other. A changed decision counts again."),
        decided,
        splits=(splits.choices("entscheidung", _("Decision"), "decision", OverlapOutcome),),
        columns=(
            Column(_("Decided on"), day),
            Column(pgettext_lazy("overlap", "One"), lambda row: kind_name(row.left)),
            Column(pgettext_lazy("overlap", "Other"), lambda row: kind_name(row.right)),
            Column(_("Decision"), lambda row: row.get_decision_display()),
        ),
        way=decision_way,
        permission=WORK,
        by_area=False,
        personal=False,
    ),
    rank=45,
)
measures.add(
    "A2a",
    Measure(
        "A2a",
        _("Checks for overlaps"),
        _("How often somebody looked in the period what resembles a thing, before it went out or on its page."),
        looked,
        columns=(
            Column(_("Looked on"), day),
            Column(_("What"), lambda row: kind_name(row.ref)),
            Column(_("Overlaps found"), lambda row: row.hits),
        ),
        way=check_way,
        permission=WORK,
        by_area=False,
        personal=False,
    ),
    rank=45,
)
