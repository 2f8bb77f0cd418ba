"""Who resembles this one, and what is undecided."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.db.models import Count, F, Q

from deele.likeness.enums import Decided
from deele.likeness.models import FIELDS, Decision, Frequency, Key, Proposal, Stored
from deele.likeness.rules import corpus, hashing, prepared, scoring
from deele.likeness.rules.blocking import keys
from deele.likeness.rules.prepared import Prepared
from deele.likeness.rules.reasons import Reason
from deele.likeness.rules.records import Record

BLOCK_LIMIT = 150  # records of one key that are still looked at
MOST_CANDIDATES = 120
SETTLED = (Decided.SAME, Decided.DIFFERENT)
WHOLE = 0  # the mark that counts all records of a source


class Like(NamedTuple):
    """A stored record that resembles the asked one."""

    ref: str
    score: float
    verdict: str
    reasons: tuple[Reason, ...]


class Open(NamedTuple):
    """A pair waiting for a decision."""

    left: str
    right: str
    score: float
    verdict: str
    reasons: tuple[Reason, ...]
    left_kind: str
    right_kind: str
    postponed: bool


def like(source: str, record: Record, limit: int = 5, exclude: str = "") -> list[Like]:
    """The stored records that most resemble `record`, best first.

    `exclude` is the record's own reference when it is stored; pairs decided as different are then left out.
    """
    asked = prepared.prepare(record)
    skipped = {exclude, *_decided_partners(source, exclude, (Decided.DIFFERENT,))}
    found = [prepared.prepare(Record(*row)) for row in _rows(_candidates(source, asked)) if row[0] not in skipped]
    counts = _counts(source, [asked, *found], own=not exclude)
    judged = sorted(
        ((scoring.judge(asked, one, counts, explain=False), one.id) for one in found),
        key=lambda pair: (-pair[0].score, pair[1]),
    )
    return [Like(ref, *judgement) for judgement, ref in judged if judgement.verdict != "different"][:limit]


def records(source: str) -> Iterator[Record]:
    """All stored records of a source in the order of their storing, streamed."""
    rows = Stored.objects.filter(source=source).order_by("pk").values_list("ref", *FIELDS)
    for row in rows.iterator(chunk_size=5000):
        yield Record(*row)


def open_pairs(source: str, limit: int = 25, offset: int = 0) -> list[Open]:
    """Undecided pairs, the surest first, those put off last."""
    rows = list(
        Proposal.objects.filter(source=source).order_by(
            F("postponed_at").asc(nulls_first=True), "-score", "left", "right"
        )[offset : offset + limit]
    )
    refs = {ref for row in rows for ref in (row.left, row.right)}
    kinds = dict(Stored.objects.filter(source=source, ref__in=refs).values_list("ref", "kind"))
    return [_open(row, kinds) for row in rows]


def open_count(source: str) -> int:
    """How many pairs wait."""
    return Proposal.objects.filter(source=source).count()


def decisions(source: str, ref: str) -> list[Decision]:
    """Everything ever decided about a record, newest first."""
    mine = Decision.objects.filter(Q(left=ref) | Q(right=ref), source=source)
    return list(mine.select_related("by").order_by("-at", "-pk"))


def settled(source: str) -> set[tuple[str, str]]:
    """Pairs whose last decision says same or different; nobody is asked about them again."""
    last: dict[tuple[str, str], str] = {}
    rows = Decision.objects.filter(source=source).order_by("at", "pk").values_list("left", "right", "verdict")
    for left, right, verdict in rows:
        last[left, right] = verdict
    return {pair for pair, verdict in last.items() if verdict in SETTLED}


def settled_partners(source: str, ref: str) -> set[str]:
    """The other sides of the pairs of `ref` that are settled."""
    return _decided_partners(source, ref, SETTLED)


def _open(row: Proposal, kinds: dict[str, str]) -> Open:
    reasons = tuple(Reason(*reason) for reason in row.reasons)
    sides = (kinds.get(row.left, ""), kinds.get(row.right, ""))
    return Open(row.left, row.right, row.score, row.verdict, reasons, *sides, row.postponed_at is not None)


def _decided_partners(source: str, ref: str, verdicts: Iterable[str]) -> set[str]:
    if not ref:
        return set()
    last: dict[str, str] = {}
    mine = Decision.objects.filter(Q(left=ref) | Q(right=ref), source=source)
    for left, right, verdict in mine.order_by("at", "pk").values_list("left", "right", "verdict"):
        last[right if left == ref else left] = verdict
    return {other for other, verdict in last.items() if verdict in verdicts}


def _candidates(source: str, asked: Prepared) -> list[int]:
    """Stored rows that share keys, those with the most and rarest keys first, never more than the cap."""
    wanted = [hashing.number(source, word) for word in keys(asked)]
    sizes = Key.objects.filter(key__in=wanted).values("key").annotate(size=Count("pk"))
    small = {row["key"]: row["size"] for row in sizes.order_by() if row["size"] <= BLOCK_LIMIT}
    weights: dict[int, float] = {}
    for key, stored in Key.objects.filter(key__in=small).values_list("key", "stored_id"):
        weights[stored] = weights.get(stored, 0.0) + 1 / small[key]
    return sorted(weights, key=lambda stored: (-weights[stored], stored))[:MOST_CANDIDATES]


def _rows(stored: list[int]) -> Iterable[tuple[Any, ...]]:
    return Stored.objects.filter(pk__in=stored).order_by("pk").values_list("ref", *FIELDS)


def _counts(source: str, found: list[Prepared], *, own: bool) -> corpus.Corpus:
    """The frequencies that matter for these records; the first one counts itself when it is not stored (`own`)."""
    marks = {mark: hashing.number(source, mark) for one in found for mark in corpus.marks(one)}
    rows = Frequency.objects.filter(source=source, mark__in=[WHOLE, *marks.values()])
    held = dict(rows.values_list("mark", "count"))
    counts = {mark: held.get(number, 0) for mark, number in marks.items()}
    if own:
        for mark in corpus.marks(found[0]):
            counts[mark] += 1
    return corpus.Corpus(counts, held.get(WHOLE, 0))
