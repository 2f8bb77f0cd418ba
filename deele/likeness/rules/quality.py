"""How good proposals are, pair by pair."""

from collections.abc import Collection
from typing import NamedTuple


class Quality(NamedTuple):
    """Shares 0 to 1: of the proposed pairs that are true, of the true ones that are proposed, their harmonic mean."""

    precision: float
    recall: float
    f1: float
    proposed: int


def measured(proposed: Collection[tuple[str, ...]], truth: Collection[tuple[str, ...]]) -> Quality:
    """Compare proposed with true pairs; ids of a pair stand in one order in both."""
    right = len(set(proposed) & set(truth))
    precision = right / (len(proposed) or 1)
    recall = right / (len(truth) or 1)
    return Quality(precision, recall, 2 * precision * recall / ((precision + recall) or 1), len(proposed))
