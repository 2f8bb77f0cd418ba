"""Telling the engine what is planned or there, and keeping what people decide about overlaps.

An app calls `tell` last in every action that changes a subject, `forget` when it counts no longer. The counts of
words are not touched here: two writers must not wait for each other over the word "Wohnen" (`recount` does it daily).
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import islice, product
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.versions import Conflict
from deele.likeness.actions.subjects import mark, recount, store
from deele.likeness.enums import OVERLAP_CHECKED, OVERLAP_DECIDED, OverlapOutcome
from deele.likeness.kinds import Subject
from deele.likeness.models import Overlap, OverlapCheck, OverlapDecision, StoredSubject
from deele.likeness.queries import overlaps
from deele.likeness.rules.overlap.changes import is_another, kept

BATCH = 500
MOST_PAIRS = 10  # a single subject may bring

__all__ = [
    "NoPair", "ReasonMissing", "Undecided", "ask_first", "compare", "decide", "decide_all", "forget", "none_found",
    "recount", "tell", "tell_many",
]  # fmt: skip


class ReasonMissing(Refusal):
    """Deliberately apart needs a reason."""

    code = "reason"


class NoPair(Refusal):
    """One of the two is not known (any more)."""

    code = "no-pair"


class Undecided(Refusal):
    """Something like it exists, and nobody has decided about it."""

    code = "undecided"


@transaction.atomic
def tell(*, subject: Subject, now: datetime) -> None:
    """Store or renew one subject and bring its overlaps up to date. Nothing is compared when nothing changed."""
    known = StoredSubject.objects.filter(ref=subject.ref).first()
    if known and known.mark == mark(subject) and known.compared_at:
        return
    store([subject], now)
    compare(StoredSubject.objects.get(ref=subject.ref), now)


def tell_many(subjects: Iterable[Subject], *, now: datetime) -> int:
    """Store or renew many subjects, a batch a transaction; returns how many changed. A job compares them later."""
    waiting = iter(subjects)
    changed = 0
    while batch := {one.ref: one for one in islice(waiting, BATCH)}:
        held = dict(StoredSubject.objects.filter(ref__in=batch).values_list("ref", "mark"))
        new = [one for one in batch.values() if held.get(one.ref) != mark(one)]
        with transaction.atomic():
            store(new, now)
        changed += len(new)
    return changed


@transaction.atomic
def forget(*, ref: str) -> None:
    """Forget a subject and what it overlaps with. Decisions and checks are kept: they are counted."""
    pairs_of(ref).delete()
    StoredSubject.objects.filter(ref=ref).delete()


@transaction.atomic
def decide(
    *,
    ref: str,
    other: str,
    decision: str,
    by: Any,
    now: datetime,
    reason: str = "",
    by_name: str = "",
    seen: int | None = None,
) -> OverlapDecision:
    """Keep what somebody decided about two things that overlap.

    `seen` is the number of the last decision the person saw (0 for none): who decides upon an older page is told so.
    The same decision twice is one. Without an account `by_name` says who it was.
    Raises ReasonMissing, NoPair, versions.Conflict.
    """
    outcome = OverlapOutcome(decision)
    if outcome == OverlapOutcome.APART and not reason.strip():
        raise ReasonMissing(_("Please say why both stay apart: whoever looks next wants to know."))
    low, high = sorted((ref, other))
    pair = Overlap.objects.select_for_update().filter(left=low, right=high).first()
    last = overlaps.last_decision(low, high)
    if last is not None and (last.decision, last.reason) == (outcome, reason.strip()) and pair and pair.decision:
        return last
    if seen is not None and seen != (last.pk if last else 0):
        raise Conflict(_("Somebody has decided about this meanwhile. Please look again."))
    made = OverlapDecision.objects.create(
        left=low, right=high, decision=outcome, level=pair.level if pair else "", reason=reason.strip(),
        by=by, by_name=by_name, at=now, sides=sides_of(low, high),
    )  # fmt: skip
    Overlap.objects.filter(left=low, right=high).update(decision=outcome)
    audit.record(OVERLAP_DECIDED, by=by, about=made, data={"decision": outcome.value}, now=now, actor_name=by_name)
    return made


@transaction.atomic
def decide_all(
    *, ref: str, wanted: Mapping[str, Mapping[str, str]], seen: Mapping[str, int], by: Any, now: datetime
) -> None:
    """Several decisions about one thing, all or none; `wanted` and `seen` by the other's reference.

    A look that ended in decisions is a check and counted as one. Raises what `decide` raises.
    """
    for other in sorted(wanted):
        decide(ref=ref, other=other, by=by, now=now, seen=seen.get(other), **wanted[other])
    if wanted:
        none_found(ref=ref, by=by, now=now)


@transaction.atomic
def none_found(*, ref: str, by: Any, now: datetime) -> OverlapCheck:
    """Keep that somebody looked what resembles a thing, and how much of it had to be decided."""
    hits = sum(one.level in overlaps.ASKED for one in overlaps.open_for(ref))
    made = OverlapCheck.objects.create(ref=ref, kind=ref.partition(":")[0], hits=hits, by=by, at=now)
    audit.record(OVERLAP_CHECKED, by=by, about=made, data={"hits": hits}, now=now)
    return made


@transaction.atomic
def ask_first(*, ref: str, by: Any = None, now: datetime | None = None) -> None:
    """For whoever publishes. Raises Undecided while an overlap waits for a decision.

    With `now` the look is kept and counted as a check.
    """
    waiting = overlaps.undecided(ref)
    if waiting:
        raise Undecided(
            _("This resembles “%(title)s”. Before it goes out, please decide what that means.")
            % {"title": waiting[0].title}
        )
    if now is not None and StoredSubject.objects.filter(ref=ref).exists():
        none_found(ref=ref, by=by, now=now)


def compare(row: StoredSubject, now: datetime) -> None:
    """Write the overlaps of a stored subject anew; those found before keep the day they were found.

    A pair that was found from the other side stays as long as both are alike, however many are nearer to this one.
    """
    old = {pair.other(row.ref): pair for pair in pairs_of(row.ref)}
    alike = overlaps.like(row.subject, limit=overlaps.MOST_CANDIDATES)
    found = {one.ref: one for at, one in enumerate(alike) if at < MOST_PAIRS or one.ref in old}
    for ref in old.keys() - found.keys():
        old[ref].delete()
    decided = holding(row, list(found))
    for ref, one in found.items():
        low, high = sorted((row.ref, ref))
        Overlap.objects.update_or_create(
            left=low,
            right=high,
            defaults={
                "level": one.level,
                "score": one.score,
                "reasons": [list(reason) for reason in one.reasons],
                "decision": decided.get(ref, ""),
            },
            create_defaults={
                "level": one.level,
                "score": one.score,
                "reasons": [list(reason) for reason in one.reasons],
                "decision": decided.get(ref, ""),
                "found_at": now,
            },
        )
    StoredSubject.objects.filter(pk=row.pk).update(compared_at=now)


def holding(row: StoredSubject, others: list[str]) -> dict[str, str]:
    """The decisions about this subject that still hold, by the other's reference.

    What was decided about the edition before holds for the new one, until somebody decides anew.
    """
    rows = {one.ref: one for one in StoredSubject.objects.filter(ref__in=[*others, row.ref])}
    mine, found = names(row), {}
    last: dict[tuple[str, str], OverlapDecision] = {}
    for made in OverlapDecision.objects.filter(Q(left__in=mine) | Q(right__in=mine)).order_by("at", "pk"):
        last |= {(name, made.other(name)): made for name in mine if name in (made.left, made.right)}
    for ref in rows.keys() - {row.ref}:
        pairs = product(mine, names(rows[ref]))  # the thing itself comes before the one it goes back to
        name, other = next((pair for pair in pairs if pair in last), ("", ""))
        said = last.get((name, other))
        if said and not any(
            is_another(said.sides.get(then, {}), rows[now].side) for then, now in ((name, row.ref), (other, ref))
        ):
            found[ref] = said.decision
    return found


def names(row: StoredSubject) -> list[str]:
    """Its reference, and those of its kind that it goes back to."""
    return [row.ref, *(ref for ref in row.belongs if ref.partition(":")[0] == row.kind)]


def sides_of(*refs: str) -> dict[str, Any]:
    """What both are like now. Raises NoPair where one of them is not known."""
    found = {row.ref: kept(row.side) for row in StoredSubject.objects.filter(ref__in=refs)}
    if len(found) != len(set(refs)) or len(found) < 2:
        raise NoPair(_("One of the two is not there any more. Nothing has to be decided about it."))
    return found


def pairs_of(ref: str) -> Any:
    """The pairs a subject is in."""
    return Overlap.objects.filter(Q(left=ref) | Q(right=ref))
