"""The measures of publications (domain §10, N2): what came out, what was fetched, what was sent."""

from typing import Any

from django.db.models import ExpressionWrapper, F, IntegerField, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.access.enums import Permission
from deele.library.enums.publication import Kind, OrderState
from deele.library.models import DownloadDay, PrintOrder, Publication
from deele.office.enums import Theme
from deele.reporting.kinds import Ask, Column, Measure, measures
from deele.reporting.queries import splits

EDIT = Permission.LIBRARY_EDIT
KIND = pgettext_lazy("publication", "Kind")


def published(ask: Ask) -> QuerySet[Publication]:
    """Publications that became public. Withdrawing one takes none away."""
    return ask.narrow(Publication.objects.all(), "published_at__date", area="")


def downloads(ask: Ask) -> QuerySet[DownloadDay]:
    """Days of files, each with how often it was fetched."""
    return ask.narrow(DownloadDay.objects.all(), "day", area="")


def sent(ask: Ask) -> QuerySet[PrintOrder]:
    """Orders that went to the post."""
    return ask.narrow(PrintOrder.objects.filter(state=OrderState.SHIPPED), "ended_on", area="")


def day(value: Any) -> str:
    """A day in a column."""
    return date_format(value, "d.m.Y") if value else ""


measures.add(
    "N2a",
    Measure(
        "N2a",
        _("Publications"),
        _("Publications that became public on our pages in the period. Each edition counts once."),
        published,
        splits=(
            splits.choices("art", KIND, "kind", Kind),
            splits.listed("thema", _("Theme"), "themes", Theme),
            splits.month("published_at__date"),
        ),
        columns=(
            Column(_("Public since"), lambda row: day(row.published_at)),
            Column(_("Title"), lambda row: row.full_title),
        ),
        way=lambda row: reverse("library:desk-publication", args=[row.pk]),
        permission=EDIT,
        by_area=False,
        personal=False,
    ),
    rank=60,
)
measures.add(
    "N2b",
    Measure(
        "N2b",
        _("Downloads of publications"),
        _("How often files were fetched in the period. Who fetched them is not kept, so one person may count twice."),
        downloads,
        amount=ExpressionWrapper(F("number"), IntegerField()),
        splits=(
            splits.choices("art", KIND, "file__publication__kind", Kind),
            splits.month("day"),
        ),
        columns=(
            Column(_("Day"), lambda row: day(row.day)),
            Column(_("File"), lambda row: str(row.file)),
            Column(_("Downloads"), lambda row: row.number),
        ),
        related=("file__publication",),
        way=lambda row: reverse("library:desk-publication", args=[row.file.publication_id]),
        permission=EDIT,
        by_area=False,
        personal=False,
    ),
    rank=60,
)
measures.add(
    "N2c",
    Measure(
        "N2c",
        _("Printed copies sent"),
        _("Printed copies that went to the post in the period. Orders that wait or were declined do not count."),
        sent,
        amount=ExpressionWrapper(F("copies"), IntegerField()),
        splits=(
            splits.choices("art", KIND, "publication__kind", Kind),
            splits.month("ended_on"),
        ),
        columns=(
            Column(_("Sent on"), lambda row: day(row.ended_on)),
            Column(_("Publication"), lambda row: row.publication.full_title),
            Column(pgettext_lazy("order", "Copies"), lambda row: row.copies),
        ),
        related=("publication",),
        way=lambda row: reverse("library:desk-orders"),
        permission=EDIT,
        by_area=False,
    ),
    rank=60,
)
