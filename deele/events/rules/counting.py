"""The public number of an event in its series."""

from collections.abc import Iterable


def next_number(taken: Iterable[int | None]) -> int:
    """The number after the highest one given; gaps stay, because the numbers were printed."""
    return max((number for number in taken if number), default=0) + 1
