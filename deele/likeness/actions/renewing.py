"""Bringing the store in step with what the apps say now: what was imported, changed elsewhere, or is gone."""

from collections.abc import Callable, Iterator
from datetime import datetime

from django.db import transaction

from deele.core import jobs
from deele.likeness.actions import overlaps
from deele.likeness.enums import ASKED
from deele.likeness.kinds import Subject, SubjectKind, subjects
from deele.likeness.models import Overlap, StoredSubject

AT_ONCE = 500
Progress = Callable[[str, int], None]


def renew(*, now: datetime, tell: Progress | None = None) -> int:
    """Ask every kind for all that counts, store what changed, forget what is gone; returns how many changed.

    Kinds nobody registers any more are forgotten whole. What changed waits for `compare_waiting`, and so do overlaps
    nobody decided about: with the words counted anew they may say less than they did.
    """
    changed = 0
    for kind in subjects:
        number = renew_kind(kind, now)
        changed += number
        if tell:
            tell(kind.key, number)
    orphans = StoredSubject.objects.exclude(kind__in=subjects.keys())
    forget_all(list(orphans.values_list("ref", flat=True)))
    overlaps.recount()
    waiting = Overlap.objects.filter(decision="", level__in=ASKED)
    StoredSubject.objects.filter(ref__in=waiting.values("left")).update(compared_at=None)
    return changed


def renew_kind(kind: SubjectKind, now: datetime) -> int:
    """One kind. A thing told while this runs is newer than `now` and stays."""
    seen: set[str] = set()

    def passing() -> Iterator[Subject]:
        for one in kind.subjects():
            seen.add(one.ref)
            yield one

    changed = overlaps.tell_many(passing(), now=now)
    held = StoredSubject.objects.filter(kind=kind.key, told_at__lte=now).values_list("ref", flat=True)
    gone = [ref for ref in held.iterator(chunk_size=2000) if ref not in seen]
    there = {one.ref for start in range(0, len(gone), AT_ONCE) for one in kind.subjects(gone[start : start + AT_ONCE])}
    forget_all([ref for ref in gone if ref not in there])
    return changed


def forget_all(refs: list[str]) -> None:
    """Forget these, a batch a transaction."""
    for start in range(0, len(refs), AT_ONCE):
        with transaction.atomic():
            for ref in refs[start : start + AT_ONCE]:
                overlaps.forget(ref=ref)


def compare_waiting(*, now: datetime, most: int | None = None) -> int:
    """Compare what waits, the oldest first, one in a transaction; returns how many."""
    done = 0
    while (most is None or done < most) and not jobs.stopping():
        row = StoredSubject.objects.filter(compared_at=None).order_by("told_at", "pk").first()
        if row is None:
            break
        with transaction.atomic():
            overlaps.compare(row, now)
        done += 1
    return done
