"""Writing subjects, their keys, and how many hold which word."""

import secrets
from collections import Counter
from datetime import datetime
from hashlib import blake2b

from django.db import transaction

from deele.likeness.kinds import Subject, is_crowd
from deele.likeness.models import Frequency, StoredSubject, SubjectKey
from deele.likeness.queries import overlaps, rarities
from deele.likeness.queries.records import WHOLE
from deele.likeness.rules import hashing

LONGEST = 4000  # letters of a text that are kept
OFTEN = 3  # subjects that must hold a word before it is counted
FIELDS = (
    "kind", "title", "text", "owner", "themes", "groups", "place_keys", "begins", "ends", "belongs", "title_stems",
    "text_stems", "mark", "told_at", "compared_at",
)  # fmt: skip


@transaction.atomic
def recount() -> int:
    """Count anew how many subjects hold which word; returns how many subjects there are."""
    counts: Counter[str] = Counter()
    size = 0
    rows = StoredSubject.objects.values_list("title_stems", "text_stems")
    for title, text in rows.iterator(chunk_size=2000):
        counts.update({*title.split(), *text.split()})
        size += 1
    Frequency.objects.filter(source__in=[rarities.SOURCE, rarities.EDITION]).delete()
    often = [(hashing.number(rarities.SOURCE, word), number) for word, number in counts.items() if number >= OFTEN]
    Frequency.objects.bulk_create(
        [Frequency(source=rarities.SOURCE, mark=key, count=number) for key, number in [(WHOLE, size), *sorted(often)]],
        batch_size=500,
    )
    # Processes keep the counts as long as they find this number.
    Frequency.objects.create(source=rarities.EDITION, mark=WHOLE, count=secrets.randbelow(2**31))
    return size


def store(subjects: list[Subject], now: datetime) -> None:
    """Write these subjects and their keys; they wait to be compared."""
    sides = {one.ref: overlaps.side_of(one) for one in subjects}
    rarity = rarities.rarity()
    StoredSubject.objects.bulk_create(
        [
            StoredSubject(
                ref=one.ref,
                kind=one.kind,
                title=one.title[:300],
                text=one.text[:LONGEST],
                owner=one.owner[:300],
                themes=list(one.themes),
                groups=list(one.groups),
                place_keys=list(one.place_keys),
                begins=one.begins,
                ends=one.ends,
                belongs=list(one.belongs),
                title_stems=" ".join(sides[one.ref].title),
                text_stems=" ".join(sides[one.ref].words),
                mark=mark(one),
                told_at=now,
            )
            for one in sorted(subjects, key=lambda one: one.ref)
        ],
        update_conflicts=True,
        unique_fields=["ref"],
        update_fields=FIELDS,
        batch_size=50,
    )
    numbers = dict(StoredSubject.objects.filter(ref__in=sides).values_list("ref", "pk"))
    SubjectKey.objects.filter(subject__in=numbers.values()).delete()
    SubjectKey.objects.bulk_create(
        [
            SubjectKey(subject_id=numbers[ref], key=key)
            for ref, side in sides.items()
            for key in overlaps.key_numbers(side, rarity, overlaps.CROWD if is_crowd(side.kind) else overlaps.SOURCE)
        ],
        batch_size=400,
    )


def mark(subject: Subject) -> str:
    """A short mark of all a subject says."""
    return blake2b(repr(subject).encode(), digest_size=16).hexdigest()
