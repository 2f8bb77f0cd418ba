"""Measures of good examples and articles (domain §10): they count records, never readers."""

from typing import Any

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.access.enums import Permission
from deele.library.enums.articles import ArticleKind
from deele.library.enums.examples import Starter
from deele.library.models import Article, Example, FollowUp
from deele.reporting.kinds import Ask, Column, Measure, measures
from deele.reporting.queries import splits

EDIT = Permission.LIBRARY_EDIT
STARTER = splits.choices("angestossen", _("Who started it"), "started_by", Starter)
KIND = splits.choices("art", _("Kind"), "kind", ArticleKind)


def examples(ask: Ask) -> QuerySet[Example]:
    """Examples that became public for the first time."""
    return ask.narrow(Example.objects.all(), "public_since__date", area="")


def articles(ask: Ask) -> QuerySet[Article]:
    """Texts that became public for the first time."""
    return ask.narrow(Article.objects.all(), "public_since__date", area="")


def answers(ask: Ask) -> QuerySet[FollowUp]:
    """Answers of contacts to what has become of an example."""
    return ask.narrow(FollowUp.objects.all(), "answered_at__date", area="")


def day(value: Any) -> str:
    """A day in a column."""
    return date_format(value, "d.m.Y") if value else ""


measures.add(
    "L1",
    Measure(
        "L1", _("New good examples"), _("Good examples that became public in the period for the first time."), examples,
        splits=(STARTER, splits.month("public_since__date")),
        columns=(
            Column(_("Title"), lambda row: row.title),
            Column(_("Who started it"), lambda row: row.get_started_by_display()),
            Column(_("Public since"), lambda row: day(row.public_since)),
        ),
        way=lambda row: row.desk_url(), permission=EDIT, by_area=False,
    ),
    rank=60,
)  # fmt: skip
measures.add(
    "L2",
    Measure(
        "L2", _("New articles"), _("Articles, checklists and questions that became public in the period."), articles,
        splits=(KIND,),
        columns=(
            Column(_("Title"), lambda row: row.title),
            Column(_("Public since"), lambda row: day(row.public_since)),
        ),
        way=lambda row: row.desk_url(), permission=EDIT, by_area=False,
    ),
    rank=60,
)  # fmt: skip
measures.add(
    "L3",
    Measure(
        "L3", _("Answers on what became of examples"),
        _("Contacts of good examples that answered in the period whether it is still running."), answers,
        columns=(
            Column(_("Title"), lambda row: row.example.title),
            Column(_("Is it still running?"), lambda row: row.get_still_running_display()),
            Column(_("Answered on"), lambda row: day(row.answered_at)),
        ),
        related=("example",), way=lambda row: row.example.desk_url(), permission=EDIT, by_area=False,
    ),
    rank=60,
)  # fmt: skip
