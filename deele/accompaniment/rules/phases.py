"""When a phase is entered in order, what ends each phase, how a history is read (domain §5.2). Values alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.enums import MAIN_PHASES, TOP_DOWN_ENTRIES, Impulse, Phase

# What has to be reached before a phase is left (domain §5.2, column "Leave when").
GATES: dict[Phase, Promise] = {
    Phase.INTEREST: _("Somebody joined a group or started one."),
    Phase.CORE_GROUP: _("Shared aims are written down, the self-check is done."),
    Phase.CONCEPT: _("There is a concept paper: who, how many, which form, which money, where."),
    Phase.OBJECT_SEARCH: _("There is an option, a reservation, or a partner's letter of intent."),
    Phase.FEASIBILITY: _("The legal person is founded, the finance plan is closed, the feasibility is positive."),
    Phase.PLANNING: _("Building permit, loans and contract are there."),
    Phase.BUILDING: _("The building is accepted."),
    Phase.MOVING_IN: _("All dwellings are let, the rules of the house are in force."),
}
FIRST = {
    Impulse.BOTTOM_UP: (Phase.INTEREST, Phase.CORE_GROUP),
    Impulse.TOP_DOWN: TOP_DOWN_ENTRIES,
    Impulse.MIXED: (Phase.INTEREST, Phase.CORE_GROUP, *TOP_DOWN_ENTRIES),
}


class Line(Protocol):
    """What is read of a line of history."""

    @property
    def phase(self) -> str: ...

    @property
    def side(self) -> str: ...

    @property
    def entered_on(self) -> date: ...


def number(phase: str) -> int:
    """0 to 9."""
    return MAIN_PHASES.index(Phase(phase))


def in_order(impulse: str, before: str, wanted: str) -> bool:
    """Whether `wanted` follows `before` (empty: it is the first). A phase entered again is in order.

    A plan may begin where its impulse lets it: from the people at the beginning, from an owner at the search or at
    the planning, without a group (domain §5.2).
    """
    if not before:
        return Phase(wanted) in FIRST[Impulse(impulse)]
    return number(wanted) - number(before) in (0, 1)


def first_of(impulse: str) -> Phase:
    """Where such a plan usually begins."""
    return FIRST[Impulse(impulse)][0]


def reached(lines: Iterable[Line], phase: Phase) -> date | None:
    """The day on which this phase, or a later one, was first entered; None where it never was."""
    days = [line.entered_on for line in lines if number(line.phase) >= number(phase)]
    return min(days, default=None)


@dataclass(frozen=True)
class Stretch:
    """How long a plan was in a phase: from one line of history to the next. `until` None: it still is."""

    phase: str
    side: str
    since: date
    until: date | None


def stretches(lines: Iterable[Line]) -> list[Stretch]:
    """The history as stretches of time, in order."""
    rows = sorted(lines, key=lambda line: line.entered_on)
    ends = [row.entered_on for row in rows[1:]]
    return [Stretch(row.phase, row.side, row.entered_on, until) for row, until in zip(rows, [*ends, None], strict=True)]
