"""The measures of members, of what they give and seek, and of matches. They count rows, never persons."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.access.enums import Permission
from deele.alliance.enums import Basis
from deele.alliance.enums.marks import Contribution, Expectation, MarkState, MatchOutcome, MatchState, Side
from deele.alliance.models import Mark, Match, Membership
from deele.office.enums import Theme
from deele.reporting.kinds import Ask, Column, Measure, measures
from deele.reporting.queries import splits

WORK = Permission.ALLIANCE_WORK


def members(ask: Ask) -> QuerySet[Membership]:
    """Who belongs to the alliance on whatever ground, by the day it began."""
    return ask.narrow(Membership.objects.public(), "since", area="")


def marks(ask: Ask, side: str) -> QuerySet[Mark]:
    """Passages of one side confirmed in the period."""
    rows = Mark.objects.filter(state=MarkState.CONFIRMED, side=side)
    return ask.narrow(rows, "decided_at__date", area="")


def contributions(ask: Ask) -> QuerySet[Mark]:
    """What members give."""
    return marks(ask, Side.CONTRIBUTION)


def expectations(ask: Ask) -> QuerySet[Mark]:
    """What members seek."""
    return marks(ask, Side.EXPECTATION)


def proposed(ask: Ask) -> QuerySet[Match]:
    """Needs and offers that were found to fit."""
    return ask.narrow(Match.objects.all(), "found_at__date", area="")


def agreed(ask: Ask) -> QuerySet[Match]:
    """Pairs in which both said yes."""
    return ask.narrow(Match.objects.filter(state=MatchState.AGREED), "agreed_at__date", area="")


def with_result(ask: Ask) -> QuerySet[Match]:
    """Pairs of which something came."""
    return ask.narrow(Match.objects.with_result(), "outcome_at__date", area="")


def member_way(row: Membership) -> str:
    """To the member, for those who look after it."""
    return reverse("alliance:desk-marks", args=[row.pk])


def mark_way(row: Mark) -> str:
    """To the passage."""
    return reverse("alliance:desk-mark", args=[row.pk])


def match_way(row: Match) -> str:
    """To the match."""
    return reverse("alliance:desk-match", args=[row.pk])


def day(value: Any) -> str:
    """A day in a column."""
    return date_format(value, "d.m.Y") if value else ""


def measure(key: str, title: Any, help_text: Any, rows: Any, **more: Any) -> None:
    """Register one; all of them are for those who look after the alliance."""
    measures.add(key, Measure(key, title, help_text, rows, permission=WORK, by_area=False, **more), rank=50)


MEMBER = Column(_("Member"), lambda row: row.profile.membership.name)
PAIR = Column(_("The two"), str)

measure(
    "A1", _("Members of the alliance"),
    _("Members whose membership began in the period and who belong to the alliance today."), members,
    splits=(splits.choices("grundlage", _("belongs to the alliance as"), "basis", Basis),), way=member_way,
    columns=(
        Column(_("Member"), lambda row: row.name), Column(_("Since"), lambda row: day(row.since)),
        Column(_("belongs to the alliance as"), lambda row: row.get_basis_display()),
    ),
)  # fmt: skip
measure(
    "A1a", _("Contributions of members"), _("Passages confirmed as contribution in the period."), contributions,
    splits=(
        splits.choices("art", _("What exactly"), "kind", Contribution),
        splits.listed("thema", _("Theme"), "themes", Theme),
    ),
    columns=(MEMBER, Column(_("What exactly"), lambda row: row.kind_label), Column(_("The words"), str)),
    related=("profile__membership",), way=mark_way,
)  # fmt: skip
measure(
    "A1b", _("Expectations of members"), _("Passages confirmed as expectation in the period."), expectations,
    splits=(
        splits.choices("art", _("What exactly"), "kind", Expectation),
        splits.listed("thema", _("Theme"), "themes", Theme),
    ),
    columns=(MEMBER, Column(_("What exactly"), lambda row: row.kind_label), Column(_("The words"), str)),
    related=("profile__membership",), way=mark_way,
)  # fmt: skip
measure(
    "A1c", _("Needs and offers that fit"), _("Pairs of an expectation and a contribution found in the period."),
    proposed,
    splits=(splits.choices("stand", _("State"), "state", MatchState),),
    columns=(PAIR, Column(_("State"), lambda row: row.get_state_display())), related=("seeker", "giver"),
    way=match_way,
)  # fmt: skip
measure(
    "A1d", _("Members brought together"), _("Pairs in which both sides said yes in the period."), agreed,
    splits=(splits.month("agreed_at__date"),),
    columns=(PAIR, Column(_("Both said yes on"), lambda row: day(row.agreed_at))), related=("seeker", "giver"),
    way=match_way,
)  # fmt: skip
measure(
    "A1e", _("Members brought together, with a result"),
    _("Pairs of which something came, told in the period: a joint event, help, an exchange, cooperation."), with_result,
    splits=(splits.choices("ergebnis", _("What came of it"), "outcome", MatchOutcome),),
    columns=(PAIR, Column(_("What came of it"), lambda row: row.get_outcome_display())), related=("seeker", "giver"),
    way=match_way,
)  # fmt: skip
