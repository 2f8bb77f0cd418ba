"""How long it takes from the idea to the day people move in, with those still under way and those that ended before.

Kaplan and Meier (1958): the share still under way after each time at which somebody moved in. A plan still open, or
ended without moving in, is known to have taken at least so long: it counts among those at risk until then (censored).
That is a choice: a plan given up would never move in, so the curve speaks of those who go on.
"""

from collections.abc import Iterable
from dataclasses import dataclass

SMALL = 5  # nothing is shown of fewer plans (domain §10)


@dataclass(frozen=True)
class Time:
    """Years from the idea to moving in, or to the last day it was known to be under way (`moved_in` False)."""

    years: float
    moved_in: bool


@dataclass(frozen=True)
class Step:
    """After `years`: how many were at risk just before, how many moved in then, the share still under way."""

    years: float
    at_risk: int
    moved_in: int
    share: float

    @property
    def percent(self) -> str:
        """The share in whole per cent."""
        return f"{self.share * 100:.0f}\u00a0%"


def curve(times: Iterable[Time]) -> list[Step]:
    """The steps of the curve, earliest first; empty where nobody moved in. Times below 0 raise ValueError."""
    rows = sorted(times, key=lambda time: time.years)
    if rows and rows[0].years < 0:
        raise ValueError("a plan cannot end before it began")
    share, steps = 1.0, []
    for years in sorted({row.years for row in rows if row.moved_in}):
        at_risk = sum(row.years >= years for row in rows)
        moved = sum(row.moved_in and row.years == years for row in rows)
        share *= 1 - moved / at_risk
        steps.append(Step(years, at_risk, moved, share))
    return steps


def median(steps: Iterable[Step]) -> float | None:
    """The time after which half have moved in; None where the curve stays above one half."""
    return next((step.years for step in steps if step.share <= 0.5 + 1e-9), None)
