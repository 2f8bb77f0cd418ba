"""Telling likeness what there is, proposing pairs, keeping decisions."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.likeness import queries, rules
from deele.likeness.enums import DECIDED, Decided
from deele.likeness.models import FIELDS, Decision, Frequency, Key, Proposal, Stored
from deele.likeness.rules import corpus, hashing, scoring
from deele.likeness.rules.blocking import keys
from deele.likeness.rules.prepared import Prepared, prepare
from deele.likeness.rules.records import Record

BATCH = 2000
MOST_PROPOSED = 20  # pairs a single record may add to the queue
LONGEST = 4000  # letters of a description that are kept
_TEXTS = [field for field in FIELDS if field not in ("lat", "lon")]
_LIMITS: dict[str, int] = {
    field.name: field.max_length or LONGEST for field in Stored._meta.concrete_fields if field.name in _TEXTS
}

# The same words on SQLite and PostgreSQL. Gains and losses are apart because a row about to be inserted
# must not be negative, not even when it ends as an update.
ADD = (
    "INSERT INTO likeness_frequency (source, mark, count) VALUES (%s, %s, %s) "
    "ON CONFLICT (source, mark) DO UPDATE SET count = likeness_frequency.count + excluded.count"
)
TAKE = "UPDATE likeness_frequency SET count = count - %s WHERE source = %s AND mark = %s AND count >= %s"
ADD_KEY = "INSERT INTO likeness_key (key, stored_id) VALUES (%s, %s)"


class OneRecord(Refusal):
    """A record cannot be compared with itself."""

    code = "one_record"


@transaction.atomic
def index(*, source: str, ref: str, record: Record, now: datetime | None = None) -> None:
    """Store or renew one record and bring its proposals up to date."""
    index_many(source, [(ref, record)])
    _renew_proposals(source, ref, record, now or timezone.now())


def index_many(source: str, records: Iterable[tuple[str, Record]]) -> int:
    """Store or renew many records, a batch a transaction; returns how many. Proposals wait for `propose`."""
    waiting = iter(records)
    done = 0
    while batch := dict(islice(waiting, BATCH)):
        with transaction.atomic():
            _store(source, batch)
        done += len(batch)
    return done


@transaction.atomic
def forget(*, source: str, ref: str) -> None:
    """Forget a record, its keys and open proposals. Decisions are kept."""
    old = Stored.objects.filter(source=source, ref=ref).first()
    if old is None:
        return
    _count(source, Counter(), _marks(source, [old.record]))
    old.delete()
    _proposals_of(source, ref).delete()


@transaction.atomic
def forget_all(*, source: str) -> None:
    """Forget all records of a source, before it is indexed anew. Decisions are kept."""
    Proposal.objects.filter(source=source).delete()
    Key.objects.filter(stored__source=source).delete()
    Stored.objects.filter(source=source).delete()
    Frequency.objects.filter(source=source).delete()


@transaction.atomic
def propose(*, source: str, now: datetime) -> int:
    """Compare all records of a source and write the queue of undecided pairs anew; returns its length."""
    settled = queries.settled(source)
    postponed = _postponed(Proposal.objects.filter(source=source))
    rows = []
    for pair in rules.pairs(queries.records(source)):
        if tuple(sorted((pair.left, pair.right))) not in settled:
            rows.append(_proposal(source, pair.left, pair.right, pair.judgement, now))
    for row in rows:
        row.postponed_at = postponed.get((row.left, row.right))
    Proposal.objects.filter(source=source).delete()
    Proposal.objects.bulk_create(rows, batch_size=500)
    return len(rows)


@transaction.atomic
def decide(
    *,
    source: str,
    left: str,
    right: str,
    verdict: str,
    by: Any,
    now: datetime,
    note: str = "",
    outcome: str = "",
) -> Decision:
    """Keep what a person decided about a pair: same, different or later, and what followed.

    Same and different take the pair out of the queue for good, later puts it at the end. Raises OneRecord.
    """
    if left == right:
        raise OneRecord(_("An entry can't be compared with itself. Please choose two different entries."))
    low, high = sorted((left, right))
    decision = Decision.objects.create(
        source=source, left=low, right=high, verdict=Decided(verdict), outcome=outcome, by=by, at=now, note=note
    )
    waiting = Proposal.objects.filter(source=source, left=low, right=high)
    if decision.verdict == Decided.LATER:
        waiting.update(postponed_at=now)
    else:
        waiting.delete()
    audit.record(DECIDED, by=by, about=decision, data={"verdict": verdict, "outcome": outcome}, now=now)
    return decision


def _store(source: str, batch: dict[str, Record]) -> None:
    before = [row.record for row in Stored.objects.select_for_update().filter(source=source, ref__in=batch)]
    Key.objects.filter(stored__source=source, stored__ref__in=[one.id for one in before]).delete()
    Stored.objects.bulk_create(
        [Stored(source=source, ref=ref, **_fields(record)) for ref, record in batch.items()],
        update_conflicts=True,
        unique_fields=["source", "ref"],
        update_fields=FIELDS,
        batch_size=50,
    )
    numbers = dict(Stored.objects.filter(source=source, ref__in=batch).values_list("ref", "pk"))
    ready = {numbers[ref]: prepare(record) for ref, record in batch.items()}
    with connection.cursor() as cursor:
        cursor.executemany(ADD_KEY, list(_key_rows(source, ready)))
    after = [Record(id=ref, **_fields(record)) for ref, record in batch.items()]
    _count(source, _marks(source, after), _marks(source, before))


def _fields(record: Record) -> dict[str, Any]:
    found = {field: getattr(record, field) for field in FIELDS}
    return found | {field: found[field][:limit] for field, limit in _LIMITS.items()}


def _key_rows(source: str, ready: dict[int, Prepared]) -> Iterator[tuple[int, int]]:
    for stored, record in ready.items():
        for key in sorted({hashing.number(source, word) for word in keys(record)}):
            yield key, stored


def _marks(source: str, records: Iterable[Record]) -> Counter[int]:
    found: Counter[int] = Counter()
    for record in records:
        found[queries.WHOLE] += 1
        found.update(hashing.number(source, mark) for mark in corpus.marks(prepare(record)))
    return found


def _count(source: str, gains: Counter[int], losses: Counter[int]) -> None:
    """Book the difference, in the order of the marks so that two writers never wait for each other."""
    with connection.cursor() as cursor:
        added = [(source, mark, count) for mark, count in sorted((gains - losses).items())]
        taken = [(count, source, mark, count) for mark, count in sorted((losses - gains).items())]
        if added:
            cursor.executemany(ADD, added)
        if taken:
            cursor.executemany(TAKE, taken)


def _proposals_of(source: str, ref: str) -> Any:
    return Proposal.objects.filter(Q(left=ref) | Q(right=ref), source=source)


def _postponed(rows: Any) -> dict[tuple[str, str], datetime]:
    held = rows.exclude(postponed_at=None).values_list("left", "right", "postponed_at")
    return {(left, right): at for left, right, at in held}


def _renew_proposals(source: str, ref: str, record: Record, now: datetime) -> None:
    mine = _proposals_of(source, ref)
    postponed = _postponed(mine)
    mine.delete()
    settled = queries.settled_partners(source, ref)
    for one in queries.like(source, record, limit=MOST_PROPOSED, exclude=ref):
        if one.ref not in settled:
            row = _proposal(source, ref, one.ref, scoring.Judgement(one.score, one.verdict, one.reasons), now)
            row.postponed_at = postponed.get((row.left, row.right))
            row.save()


def _proposal(source: str, left: str, right: str, judged: scoring.Judgement, now: datetime) -> Proposal:
    low, high = sorted((left, right))
    return Proposal(
        source=source,
        left=low,
        right=high,
        score=judged.score,
        verdict=judged.verdict,
        reasons=[list(reason) for reason in judged.reasons],
        found_at=now,
    )
