"""Whether a register may be believed. Checked before anything is written."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from deele.places.rules.naming import UNINCORPORATED_KIND


@dataclass(frozen=True)
class Sums:
    """What a register must add up to. `population_on` is the day its inhabitants were counted for."""

    population_on: date
    populations: dict[str, int]
    lower_saxony: dict[str, int] = field(default_factory=dict)


# By date of the register. Official totals: Destatis, inhabitants of 31 December 2024 on the basis of the Zensus 2022.
EXPECTED = {
    date(2026, 2, 28): Sums(
        date(2024, 12, 31),
        {"": 83_577_140, "03": 8_004_489},
        {"municipality": 939, "unincorporated": 25, "association": 114, "district": 45, "region": 4},
    )
}

# Mistakes of a published register: date → key → inhabitants, hectares. The issue of 2026-02-28 gives Schmölln only
# the values of a village merged into it; the right ones follow from the official total of the state.
CORRECTIONS = {date(2026, 2, 28): {"16077043": (13_953, 10_119)}}


COLUMNS = ("key", "level", "name", "parent", "state_key", "population", "kind")  # of a unit, for counting
LARGEST_DROP = 0.05  # share of a level or of the inhabitants that may be missing against the register before
SMALLEST_TO_COMPARE = 20  # below that a single merger is more than five percent


class Counted(Protocol):
    """What the checks need of a unit."""

    key: str
    level: str
    name: str
    parent: str
    state_key: str
    population: int | None
    kind: str


@dataclass(frozen=True)
class Doubt:
    """A reason not to load: a stable name and the figures behind it."""

    code: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.code}: found {self.found}, expected {self.expected}"


def doubts(units: Mapping[str, Counted], on: date, before: Mapping[str, int] | None = None) -> list[Doubt]:
    """Everything that speaks against a register of the date `on`; `before` counts the tree as it stands today."""
    return [*_structure(units), *_sums(units), *_official(units, on), *_drops(units, before or {})]


def counts(units: Iterable[Any], state: str = "") -> Counter[str]:
    """How many of each level, unincorporated areas apart, and the inhabitants of the municipalities."""
    found: Counter[str] = Counter()
    for unit in units:
        if unit.state_key.startswith(state):
            found["unincorporated" if unit.kind == UNINCORPORATED_KIND else unit.level] += 1
            if unit.level == "municipality":
                found["population"] += unit.population or 0
    return found


def _structure(units: Mapping[str, Counted]) -> list[Doubt]:
    found = []
    if not any(unit.level == "municipality" for unit in units.values()):
        found.append(Doubt("no-municipalities", "0", "some"))
    lost = [unit.key for unit in units.values() if unit.parent and unit.parent not in units]
    if lost:
        found.append(Doubt("parent-missing", f"{len(lost)} ({', '.join(lost[:3])})", "0"))
    nameless = [unit.key for unit in units.values() if not unit.name]
    if nameless:
        found.append(Doubt("name-missing", f"{len(nameless)} ({', '.join(nameless[:3])})", "0"))
    return found


def _sums(units: Mapping[str, Counted]) -> list[Doubt]:
    """The inhabitants of every unit are those of the municipalities in it."""
    below: Counter[str] = Counter()
    for unit in units.values():
        if unit.level == "municipality":
            above = unit.parent
            while above in units:
                below[above] += unit.population or 0
                above = units[above].parent
    return [
        Doubt("level-sum", f"{unit.key} {unit.name}: {unit.population}", f"{below[unit.key]}")
        for unit in units.values()
        if unit.level in ("state", "region", "district", "association") and unit.population != below[unit.key]
    ][:5]


def _official(units: Mapping[str, Counted], on: date) -> list[Doubt]:
    if on not in EXPECTED:
        return []
    sums, found = EXPECTED[on], []
    for state, population in sums.populations.items():
        here = counts(units.values(), state)["population"]
        if here != population:
            found.append(Doubt(f"population-{state or 'germany'}", f"{here}", f"{population}"))
    here_counts = counts(units.values(), "03")
    for level, expected in sums.lower_saxony.items():
        if here_counts[level] != expected:
            found.append(Doubt(f"lower-saxony-{level}", f"{here_counts[level]}", f"{expected}"))
    return found


def _drops(units: Mapping[str, Counted], before: Mapping[str, int]) -> list[Doubt]:
    now = counts(units.values())
    return [
        Doubt(f"drop-{level}", f"{now[level]}", f"at least {was * (1 - LARGEST_DROP):.0f} of {was}")
        for level, was in before.items()
        if was >= SMALLEST_TO_COMPARE and now[level] < was * (1 - LARGEST_DROP)
    ]
