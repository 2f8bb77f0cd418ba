"""How long plans take, from their histories: the curve of all, and of each legal form and kind (rules.survival)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from deele.accompaniment.enums import LegalForm, Phase
from deele.accompaniment.models import PhaseChange, Plan
from deele.accompaniment.rules import phases, survival
from deele.accompaniment.rules.survival import Step, Time
from deele.directory.kinds import catalogue

OVER = (Phase.DISSOLVED, Phase.FAILED, Phase.REORIENTED)
WIDTH, HEIGHT, LEFT, BOTTOM = 400, 160, 34, 24


@dataclass(frozen=True)
class Curve:
    """A curve with its figures. `path` and `ticks` are numbers of the drawing (`drawing`)."""

    title: str
    number: int
    moved_in: int
    median: float | None
    steps: list[Step]
    words: str

    @property
    def median_in_words(self) -> str:
        """Half of them took at most so long."""
        return years(self.median) if self.median is not None else ""

    @property
    def longest(self) -> float:
        """The right end of the drawing, in whole years."""
        return max(2.0, float(int(max(step.years for step in self.steps) + 1.999)))

    @property
    def path(self) -> str:
        """The line of the curve as a path of the drawing."""
        x, y = (
            (lambda at: LEFT + at / self.longest * (WIDTH - LEFT - 6)),
            (lambda at: 8 + (1 - at) * (HEIGHT - BOTTOM - 8)),
        )
        parts, share = [f"M{x(0):.1f} {y(1):.1f}"], 1.0
        for step in self.steps:
            parts += [f"L{x(step.years):.1f} {y(share):.1f}", f"L{x(step.years):.1f} {y(step.share):.1f}"]
            share = step.share
        return " ".join([*parts, f"L{x(self.longest):.1f} {y(share):.1f}"])

    @property
    def ticks(self) -> list[tuple[str, str]]:
        """Years below the drawing: x and words."""
        every = 1 if self.longest <= 6 else 2 if self.longest <= 14 else 5
        return [
            (f"{LEFT + year / self.longest * (WIDTH - LEFT - 6):.1f}", str(year))
            for year in range(0, int(self.longest) + 1, every)
        ]


@dataclass(frozen=True)
class Plain:
    """A plan as a time, with what it is divided by."""

    time: Time
    legal_form: str
    kinds: tuple[str, ...]


def years(number: float) -> str:
    """Years in words, to half a year: what is known by years alone is not told finer."""
    half = round(number * 2) / 2
    text = f"{half:.1f}".replace(".", ",").removesuffix(",0")
    return str(_("%(n)s years") % {"n": text}) if half != 1 else str(_("1 year"))


def times(rows: Iterable[Plan], today: date) -> list[Plain]:
    """Every plan whose history says when it began. One that ended without moving in counts until that day."""
    by_plan: dict[int, list[PhaseChange]] = {}
    for line in PhaseChange.objects.standing().filter(plan__in=list(rows)).order_by("entered_on", "pk"):
        by_plan.setdefault(line.plan_id, []).append(line)
    return [
        Plain(time_of(by_plan[row.pk], today), row.legal_form, tuple(row.kinds)) for row in rows if row.pk in by_plan
    ]


def time_of(lines: list[PhaseChange], today: date) -> Time:
    """From the first line to moving in; else to the line that ended it, else to today."""
    begun = lines[0].entered_on
    moved = phases.reached(lines, Phase.MOVING_IN)
    over = next((line.entered_on for line in lines if line.side in OVER), None)
    if moved is not None and (over is None or moved <= over):
        return Time(in_years(begun, moved), moved_in=True)
    return Time(in_years(begun, over or today), moved_in=False)


def in_years(since: date, until: date) -> float:
    """Years between two days; whole years stay whole where both are known by the year alone."""
    whole = until.year - since.year
    return max(0.0, whole + (until.timetuple().tm_yday - since.timetuple().tm_yday) / 365.25)


def of(title: str, rows: list[Plain]) -> Curve | None:
    """The curve of these plans; None where fewer than the small-cell limit stand behind it, or nobody moved in."""
    steps = survival.curve(row.time for row in rows)
    moved = sum(row.time.moved_in for row in rows)
    if len(rows) < survival.SMALL or moved < survival.SMALL:
        return None
    middle = survival.median(steps)
    told: dict[str, Any] = {"number": len(rows), "moved": moved}
    words = _("%(number)s plans, %(moved)s of them moved in.") % told
    if middle is not None:
        words += " " + _("Half took at most %(years)s.") % {"years": years(middle)}
    return Curve(title, len(rows), moved, middle, steps, words)


def curves(rows: Iterable[Plan], today: date) -> list[Curve]:
    """All, then by legal form, then by kind; only those with enough plans behind them."""
    every = times(rows, today)
    forms, kinds = dict(LegalForm.choices), catalogue.labels()
    found = [of(str(_("All plans")), every)]
    found += [of(str(forms[key]), [row for row in every if row.legal_form == key]) for key in forms]
    found += [of(kinds[key], [row for row in every if key in row.kinds]) for key in kinds]
    return [one for one in found if one is not None]
