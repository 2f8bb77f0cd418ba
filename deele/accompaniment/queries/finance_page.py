"""The money of a plan as a page shows it: bars, tables, remarks, applications with their notices."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from deele.accompaniment.enums.money import SourceStatus
from deele.accompaniment.models import Application, MoneySource, MoneyUse, Plan
from deele.accompaniment.queries import applications
from deele.accompaniment.queries.finder import Shown, shown, told
from deele.accompaniment.rules.finance import Cost, Remark, Sheet, Source, Terms, per_cent, remarks
from deele.accompaniment.rules.ranking import rank
from deele.core.amounts import round_euros
from deele.funding.models import ProgrammeVersion

BEST = 3
# The parts of the bar of sources, in the order in which they are drawn.
PARTS = (SourceStatus.PAID, SourceStatus.PROMISED, SourceStatus.ASKED)


@dataclass(frozen=True)
class Segment:
    """A part of a bar: from where and how wide in per cent of the whole drawing, as text for SVG."""

    kind: str
    label: str
    sum: str
    x: str
    width: str


@dataclass(frozen=True)
class FinancePage:
    """Everything of the page."""

    sheet: Sheet
    needed: str
    sure: str
    asked: str
    gap: str
    gap_label: str
    has_gap: bool
    sources: list[dict[str, Any]]
    costs: list[dict[str, Any]]
    source_bar: list[Segment]
    cost_bar: list[Segment]
    remarks: list[Remark]
    applications: list[applications.Told]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written down."""
        return not (self.sources or self.costs)


def finance_page(plan: Plan, today: date) -> FinancePage:
    """The page of a plan."""
    sources = list(plan.money_sources.select_related("programme_version__programme"))
    uses = list(plan.money_uses.all())
    sheet = sheet_of(sources, uses)
    scale = max(sheet.needed, sheet.in_sight) or 1
    return FinancePage(
        sheet=sheet,
        needed=round_euros(sheet.needed),
        sure=round_euros(sheet.sure),
        asked=round_euros(sheet.asked),
        gap=round_euros(abs(sheet.gap)),
        gap_label=_("still missing") if sheet.gap >= 0 else _("more than needed"),
        has_gap=sheet.gap > 0,
        sources=[source_row(one, sheet) for one in sources],
        costs=[cost_row(one, sheet) for one in uses],
        source_bar=source_bar(sheet, scale),
        cost_bar=cost_bar(uses, scale),
        remarks=remarks(sheet, today),
        applications=applications.of_plan(plan, today),
    )


def sheet_of(sources: list[MoneySource], uses: list[MoneyUse]) -> Sheet:
    """The rows as values to reckon with."""
    return Sheet(
        tuple(Source(one.instrument, one.cents, one.status, terms_of(one.programme_version)) for one in sources),
        tuple(Cost(one.use, one.cents) for one in uses),
    )


def terms_of(version: ProgrammeVersion | None) -> Terms | None:
    """What the version of a programme gives at most."""
    if version is None:
        return None
    return Terms(
        version.programme.name, version.quota, version.quota_special, version.quota_special_for, version.amount_max,
        version.valid_until,
    )  # fmt: skip


def source_row(one: MoneySource, sheet: Sheet) -> dict[str, Any]:
    """A source in the table; what was refused has no share."""
    counts = one.status != SourceStatus.REFUSED
    share = f"{per_cent(sheet.share(one.cents))}\u00a0%" if counts and sheet.needed else "–"
    return {"row": one, "sum": round_euros(one.cents), "share": share, "counts": counts}


def cost_row(one: MoneyUse, sheet: Sheet) -> dict[str, Any]:
    """A cost in the table."""
    return {"row": one, "sum": round_euros(one.cents), "share": f"{per_cent(sheet.share(one.cents))}\u00a0%"}


def source_bar(sheet: Sheet, scale: int) -> list[Segment]:
    """Paid out, promised, asked for, and the gap."""
    sums = {part: sum(one.cents for one in sheet.sources if one.status == part) for part in PARTS}
    parts = [(str(part.value), str(part.label), cents) for part, cents in sums.items()]
    if sheet.gap > 0:
        parts.append(("luecke", _("still missing"), sheet.gap))
    return segments(parts, scale)


def cost_bar(uses: list[MoneyUse], scale: int) -> list[Segment]:
    """What it is for, summed by kind, in the order of the list."""
    sums: dict[str, tuple[str, int]] = {}
    for one in uses:
        label = str(one.get_use_display())
        sums[one.use] = (label, sums.get(one.use, (label, 0))[1] + one.cents)
    return segments([(key, label, cents) for key, (label, cents) in sums.items()], scale)


def segments(parts: list[tuple[str, str, int]], scale: int) -> list[Segment]:
    """Parts one after another; empty ones are left out."""
    found, begin = [], 0
    for kind, label, cents in parts:
        if cents:
            x, width = begin / scale * 100, cents / scale * 100
            found.append(Segment(kind, label, round_euros(cents), f"{x:.2f}", f"{width:.2f}"))
            begin += cents
    return found


def legal_form_of(plan: Plan) -> dict[str, Any] | None:
    """What was answered on the legal form, with the best forms of today's table; None where nothing was kept."""
    kept = getattr(plan, "finder_answers", None)
    if kept is None:
        return None
    best: list[Shown] = [shown(one, {}) for one in rank(kept.answers)[:BEST]]
    return {"kept": kept, "told": told(kept.answers), "best": best, "answers": kept.answers}


def open_applications(plan: Plan) -> list[Application]:
    """Applications of a plan that go on."""
    return list(plan.applications.open().select_related("programme_version__programme"))  # type: ignore[attr-defined]
