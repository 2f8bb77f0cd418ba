"""All pairs of a table that resemble each other, found block by block, never all with all."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from deele.likeness.rules.blocking import BLOCK_LIMIT, keys
from deele.likeness.rules.corpus import Corpus
from deele.likeness.rules.prepared import Prepared, prepare
from deele.likeness.rules.reasons import Reason
from deele.likeness.rules.records import Record
from deele.likeness.rules.scoring import Judgement, judge

CLUSTER_LIMIT = 6  # records that may be one thing; a larger heap is a chain, not a cluster


class Pair(NamedTuple):
    """Two ids and what is thought of them."""

    left: str
    right: str
    judgement: Judgement


def _blocks(records: list[Prepared]) -> list[list[int]]:
    found: dict[str, list[int]] = {}
    for position, record in enumerate(records):
        for key in keys(record):
            found.setdefault(key, []).append(position)
    return [block for block in found.values() if 1 < len(block) <= BLOCK_LIMIT]


def _partners(records: list[Prepared], border: int = 0) -> Iterator[tuple[int, list[int]]]:
    """For each record those after it that share a key, in order.

    With a `border` only pairs across it: one before, the other from there on.
    """
    meets: list[list[list[int]]] = [[] for _ in range(border or len(records))]
    for block in _blocks(records):
        if not border or block[0] < border <= block[-1]:
            for position in block:
                if position < len(meets):
                    meets[position].append(block)
    for position, its_blocks in enumerate(meets):
        later = {other for block in its_blocks for other in block if other > position and other >= border}
        yield position, sorted(later)


Progress = Callable[[int, int], None]


def _silent(done: int, of: int) -> None:
    """Nobody is told."""


def pairs(records: Iterable[Record], progress: Progress = _silent) -> Iterator[Pair]:
    """Yield each pair worth proposing as soon as it is found, in the order of the records.

    Pairs that only a third record connects follow at the end, so that what is proposed is whole groups.
    `progress(done, of)` is told after every record.
    """
    prepared = [prepare(record) for record in records]
    corpus = Corpus.of(prepared)
    sure: dict[int, set[int]] = {}
    told: set[tuple[int, int]] = set()
    for position, later in _partners(prepared):
        for other in later:
            found = judge(prepared[position], prepared[other], corpus, explain=False)
            if found.verdict == "different":
                continue
            told.add((position, other))
            if found.verdict == "same":
                sure.setdefault(position, set()).add(other)
                sure.setdefault(other, set()).add(position)
            yield Pair(prepared[position].id, prepared[other].id, found)
        progress(position + 1, len(prepared))
    yield from _closing(prepared, sure, told, corpus)


def _closing(
    records: list[Prepared], sure: dict[int, set[int]], told: set[tuple[int, int]], corpus: Corpus
) -> Iterator[Pair]:
    """Pairs that a third, surely the same as both, makes one: A = B and B = C."""
    for middle, friends in sorted(sure.items()):
        near = sorted(friends)
        if len(near) >= CLUSTER_LIMIT:
            continue
        for at, left in enumerate(near):
            for right in near[at + 1 :]:
                if (left, right) in told:
                    continue
                told.add((left, right))
                reason = Reason("cluster", {"third": records[middle].id}, 1.0)
                own = judge(records[left], records[right], corpus)
                yield Pair(records[left].id, records[right].id, Judgement(0.5, "look", (reason, *own.reasons)))


def across(records: Iterable[Record], others: Iterable[Record], progress: Progress = _silent) -> Iterator[Pair]:
    """Yield pairs of one of `records` (left) and one of `others` (right) that resemble each other."""
    mine = [prepare(record) for record in records]
    prepared = mine + [prepare(record) for record in others]
    if not mine or len(prepared) == len(mine):
        return
    corpus = Corpus.of(prepared)
    for position, later in _partners(prepared, len(mine)):
        for other in later:
            found = judge(prepared[position], prepared[other], corpus, explain=False)
            if found.verdict != "different":
                yield Pair(prepared[position].id, prepared[other].id, found)
        progress(position + 1, len(mine))
