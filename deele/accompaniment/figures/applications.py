"""The measures of applications for money (domain §10, F1). They count applications, told by the carriers.

What a programme granted at large stands with its rounds; here only what the office accompanied.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models import F, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.models import Application
from deele.accompaniment.rules.applications import LIVE_MONEY
from deele.core.amounts import round_euros
from deele.funding.models import Programme
from deele.reporting.kinds import Ask, Column, Measure, Split, Unit, Words, measures
from deele.reporting.queries import splits

RELATED = ("plan__place__parent", "plan__area", "programme_version__programme")


def on(day: str) -> Callable[[Ask], QuerySet[Application]]:
    """Applications whose day of this name lies in the period."""

    def rows(ask: Ask) -> QuerySet[Application]:
        return ask.narrow(Application.objects.all(), day, "plan__area")

    return rows


def granted(ask: Ask) -> QuerySet[Application]:
    """Granted in the period, and not revoked since."""
    return on("decided_on")(ask).filter(state__in=[str(state) for state in LIVE_MONEY])


def programmes(found: Iterable[Any]) -> Mapping[Any, Words]:
    """Programmes by their names, in the order of the alphabet."""
    rows = Programme.objects.filter(pk__in=[key for key in found if key])
    return {one.pk: one.name for one in rows}


def splits_of(day: str) -> tuple[Split, ...]:
    """The ways to divide."""
    return (
        Split("programm", _("Funding programme"), "programme_version__programme", programmes),
        splits.area("plan__area"),
        splits.district("plan__place"),
        splits.month(day),
    )


COLUMNS = (
    Column(_("Funding programme"), lambda row: row.programme_version.programme.name),
    Column(_("Area of work"), lambda row: row.plan.area.name),
    Column(_("Place"), lambda row: str(row.plan.place)),
    Column(_("Where it stands"), lambda row: row.get_state_display()),
    Column(_("Filed on"), lambda row: date_format(row.filed_on, "d.m.Y") if row.filed_on else ""),
    Column(_("Sum granted"), lambda row: round_euros(row.granted_cents) if row.granted_cents is not None else ""),
)


def measure(key: str, title: Words, definition: Words, rows: Any, day: str, **more: Any) -> None:
    """Register a measure over applications: they share the list behind the number and the way to it."""
    made = Measure(
        key, title, definition, rows, splits=splits_of(day), columns=COLUMNS, related=RELATED, way=way, **more
    )
    measures.add(key, made, rank=60)


def way(row: Application) -> str:
    """To the application, for those who accompany."""
    return row.desk_url()


measure(
    "F1a",
    _("Talks on funding"),
    _("Applications of plans on which a talk about the programme was held in the period."),
    on("talk_on"),
    "talk_on",
)
measure(
    "F1b",
    _("Sketches advised"),
    _("Applications of plans whose sketch the office advised on in the period."),
    on("advised_on"),
    "advised_on",
)
measure(
    "F1c",
    _("Applications filed"),
    _("Applications filed in the period, as the carriers told us."),
    on("filed_on"),
    "filed_on",
)
measure(
    "F1d",
    _("Applications granted"),
    _("Applications granted in the period and not revoked since, as the carriers told us."),
    granted,
    "decided_on",
)
measure(
    "F1e",
    _("Sum granted"),
    _("The sums of the applications granted in the period and not revoked since."),
    granted,
    "decided_on",
    unit=Unit.EUROS,
    amount=F("granted_cents"),
)
