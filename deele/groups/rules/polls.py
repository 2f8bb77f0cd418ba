"""Which date of a poll suits best."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Count:
    """How many said what to one date."""

    yes: int = 0
    if_need_be: int = 0
    no: int = 0

    @property
    def can(self) -> int:
        """How many can come at all."""
        return self.yes + self.if_need_be


def best(counts: Mapping[int, Count]) -> set[int]:
    """The dates most can come to; among those, where most come gladly. None while nobody can come to any."""
    if not any(count.can for count in counts.values()):
        return set()
    top = max((count.can, count.yes) for count in counts.values())
    return {key for key, count in counts.items() if (count.can, count.yes) == top}
