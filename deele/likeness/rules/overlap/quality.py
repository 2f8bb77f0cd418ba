"""How good the levels are: precision and recall against labels people gave."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from deele.likeness.enums import ASKED, Level

LABELS = (Level.SAME.value, Level.OVERLAP.value, Level.SIMILAR.value, "different")


class Measured(NamedTuple):
    """Of what was said, how much is right; of what is right, how much was said."""

    name: str
    precision: float
    recall: float
    said: int
    true: int


def measured(name: str, rows: Sequence[tuple[str, str]], wanted: Iterable[str]) -> Measured:
    """Precision and recall of one group of levels; `rows` are (label, level), no level being "different"."""
    group = set(wanted)
    said = [label for label, level in rows if (level or "different") in group]
    true = sum(label in group for label, _level in rows)
    right = sum(label in group for label in said)
    return Measured(name, right / len(said) if said else 1.0, right / true if true else 1.0, len(said), true)


def table(rows: Sequence[tuple[str, str]]) -> list[Measured]:
    """One line for what asks a decision, then one for each level."""
    return [measured("asked", rows, ASKED), *(measured(label, rows, [label]) for label in LABELS)]


def confusion(rows: Sequence[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """How often each label got each level."""
    found: dict[tuple[str, str], int] = {}
    for label, level in rows:
        key = (label, level or "different")
        found[key] = found.get(key, 0) + 1
    return found
