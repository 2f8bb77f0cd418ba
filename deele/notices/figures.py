"""The measures of notices (domain §10, D2). They count notices and introductions; who stands behind is never asked."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.access.enums import Permission
from deele.notices.enums import KindKey, ProposalState
from deele.notices.models import Notice, Proposal
from deele.reporting.kinds import Ask, Column, Measure, measures
from deele.reporting.queries import splits

WORK = Permission.NOTICE_WORK
KIND = splits.choices("art", _("What it is"), "kind", KindKey)
FIRST_KIND = splits.choices("art", _("What one of the two is"), "first__kind", KindKey)


def found_through_us(ask: Ask) -> QuerySet[Notice]:
    """Notices whose people said that they found each other through us. Deleting what is personal takes none away."""
    return ask.narrow(Notice.objects.filter(through_us=True), "ended_on", area="")


def active(ask: Ask) -> QuerySet[Notice]:
    """Notices that became active for the first time."""
    return ask.narrow(Notice.objects.all(), "public_since__date", area="")


def introductions(ask: Ask) -> QuerySet[Proposal]:
    """Pairs in which both sides said yes."""
    met = Proposal.objects.filter(state=ProposalState.INTRODUCED)
    return ask.narrow(met, "introduced_at__date", area="")


def notice_way(row: Notice) -> str:
    """To the notice, for those who look after it."""
    return reverse("notices:desk-notice", args=[row.pk])


def proposal_way(row: Proposal) -> str:
    """To the pair, for those who look after it."""
    return reverse("notices:desk-proposal", args=[row.pk])


def day(value: Any) -> str:
    """A day in a column."""
    return date_format(value, "d.m.Y") if value else ""


measures.add(
    "D2",
    Measure(
        "D2",
        _("Notices found through us"),
        _("Notices ended in the period whose people said that they found each other through this office."),
        found_through_us,
        splits=(KIND, splits.month("ended_on")),
        columns=(
            Column(_("Ended on"), lambda row: day(row.ended_on)),
            Column(_("What it is"), lambda row: row.get_kind_display()),
        ),
        way=notice_way,
        permission=WORK,
        by_area=False,
    ),
    rank=40,
)
measures.add(
    "D2a",
    Measure(
        "D2a",
        _("New notices"),
        _("Notices that became active in the period for the first time, whoever may see them."),
        active,
        splits=(KIND,),
        columns=(
            Column(_("Active since"), lambda row: day(row.public_since)),
            Column(_("What it is"), lambda row: row.get_kind_display()),
            Column(_("State"), lambda row: row.get_state_display()),
        ),
        way=notice_way,
        permission=WORK,
        by_area=False,
    ),
    rank=40,
)
measures.add(
    "D2b",
    Measure(
        "D2b",
        _("Introductions"),
        _("Pairs of notices in which both sides said yes in the period and got each other's name."),
        introductions,
        splits=(FIRST_KIND,),
        columns=(
            Column(_("Introduced on"), lambda row: day(row.introduced_at)),
            Column(_("The two"), lambda row: f"{row.first.get_kind_display()}, {row.second.get_kind_display()}"),
            Column(_("What came of it"), lambda row: row.get_outcome_display()),
        ),
        related=("first", "second"),
        way=proposal_way,
        permission=WORK,
        by_area=False,
    ),
    rank=40,
)
