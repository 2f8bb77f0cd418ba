"""What resembles a thing that is planned, what was decided, what waits."""

import logging
from datetime import date
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Count, Q

from deele.likeness.enums import ASKED, Level
from deele.likeness.kinds import Subject, is_crowd, may_meet
from deele.likeness.models import Overlap, OverlapCheck, OverlapDecision, StoredSubject, SubjectKey
from deele.likeness.queries import rarities
from deele.likeness.queries.rarities import SOURCE
from deele.likeness.rules import hashing
from deele.likeness.rules.overlap import Rarity, Side, judge, prepare, sentences, words
from deele.likeness.rules.overlap.keys import keys
from deele.likeness.rules.overlap.reasons import Reason

logger = logging.getLogger(__name__)
CROWD = "overlaps.crowd"
BLOCK_LIMIT = 200  # subjects of one key that are still looked at
MOST_CANDIDATES = 80
MOST_MEANT = 12  # of these, by their score, a sentence model reads
READ = 600  # letters of a text the sentence model reads: its time grows with them
ORDER = {Level.SAME: 0, Level.OVERLAP: 1, Level.SIMILAR: 2}


class Found(NamedTuple):
    """A thing that resembles the asked one. `decision` is empty while nobody decided."""

    ref: str
    kind: str
    title: str
    owner: str
    score: float
    level: str
    reasons: tuple[Reason, ...]
    decision: str = ""
    begins: date | None = None
    ends: date | None = None

    @property
    def is_asked(self) -> bool:
        """Whether somebody has to decide about it."""
        return self.level in ASKED and not self.decision


def like(subject: Subject, limit: int = 5) -> list[Found]:
    """What resembles this subject, stored or not, the most alike first. Nothing is written."""
    side = side_of(subject)
    stored = [row for row in candidates(side) if row.ref != subject.ref and may_resemble(subject, row)]
    rarity = rarities.rarity()
    spoken = words.written(f"{subject.title} {subject.text}")
    found = [(judge(side, row.side, rarity), row) for row in stored]
    nearest = sorted(found, key=lambda pair: (-pair[0].score, pair[1].ref))[:MOST_MEANT]
    meant = meanings(subject, [row for _judged, row in nearest])
    judged = []
    for first, row in found:
        score, level, reasons = judge(side, row.side, rarity, meant[row.pk]) if row.pk in meant else first
        if level:
            said = tuple(spell(reason, spoken) for reason in reasons)
            judged.append(Found(row.ref, row.kind, row.title, row.owner, score, level, said, "", row.begins, row.ends))
    return sorted(judged, key=lambda one: (ORDER[Level(one.level)], -one.score, one.ref))[:limit]


def may_resemble(subject: Subject, row: StoredSubject) -> bool:
    """Whether somebody may be asked about the two: their kinds meet, and none of them is about the other."""
    return may_meet(subject.kind, row.kind) and row.ref not in subject.belongs and subject.ref not in row.belongs


def meanings(subject: Subject, rows: list[StoredSubject]) -> dict[int, float]:
    """How alike a sentence model finds these, where the house asks one; empty elsewhere, and where it fails."""
    model = sentences.model() if settings.DEELE_MEANING and rows else None
    if model is None:
        return {}
    texts = StoredSubject.objects.filter(pk__in=[row.pk for row in rows]).values_list("pk", "title", "text")
    own = told(subject.title, subject.text)
    try:
        return {pk: model.alike(own, told(title, text)) for pk, title, text in texts}
    except Exception:
        logger.exception("The sentence model failed; overlaps are found without it.")
        return {}


def told(title: str, text: str) -> str:
    """What the model reads of a thing: it needs no more than its beginning."""
    return f"{title}. {text}"[:READ]


def missing(subject: Subject) -> tuple[str, ...]:
    """What the subject does not say although it would tell most: "themes", "place", "words"."""
    return side_of(subject).missing


def missing_of(ref: str) -> tuple[str, ...]:
    """The same of a stored subject; nothing where it is not known."""
    row = StoredSubject.objects.filter(ref=ref).first()
    return row.side.missing if row else ()


def open_for(ref: str) -> list[Found]:
    """What resembles the stored thing `ref`, undecided first; with the decisions that hold."""
    pairs = {row.other(ref): row for row in Overlap.objects.filter(Q(left=ref) | Q(right=ref))}
    others = StoredSubject.objects.filter(ref__in=pairs)
    rows = [found(row, pairs[row.ref]) for row in others]
    return sorted(rows, key=lambda one: (not one.is_asked, ORDER[Level(one.level)], -one.score, one.ref))


def found(row: StoredSubject, pair: Overlap) -> Found:
    """One side of a pair, as it is found from the other."""
    facts = (row.ref, row.kind, row.title, row.owner, pair.score, pair.level)
    return Found(*facts, read(pair), pair.decision, row.begins, row.ends)


def undecided(ref: str) -> list[Found]:
    """The same and overlapping things about which somebody still has to decide."""
    return [one for one in open_for(ref) if one.is_asked]


def radar(kind: str = "") -> Any:
    """All pairs nobody decided about, newest first; of one kind when asked."""
    rows = Overlap.objects.filter(decision="", level__in=ASKED)
    if kind:
        rows = rows.filter(Q(left__startswith=f"{kind}:") | Q(right__startswith=f"{kind}:"))
    return rows.order_by("-found_at", "-score", "pk")


def decisions(ref: str) -> list[OverlapDecision]:
    """Everything ever decided about a thing, newest first."""
    mine = OverlapDecision.objects.filter(Q(left=ref) | Q(right=ref))
    return list(mine.select_related("by").order_by("-at", "-pk"))


def last_decision(left: str, right: str) -> OverlapDecision | None:
    """The decision about a pair that counts, in either order."""
    low, high = sorted((left, right))
    return OverlapDecision.objects.filter(left=low, right=high).order_by("-at", "-pk").first()


def checks(ref: str) -> list[OverlapCheck]:
    """When somebody looked, newest first."""
    return list(OverlapCheck.objects.filter(ref=ref).select_related("by").order_by("-at", "-pk"))


def read(pair: Overlap) -> tuple[Reason, ...]:
    """The reasons as they were kept."""
    return tuple(Reason(key, list(values)) for key, values in pair.reasons)


def spell(reason: Reason, spoken: dict[str, str]) -> Reason:
    """Stems as the asked text writes them."""
    return Reason(reason.key, [spoken.get(stem, stem) for stem in reason.values]) if reason.key == "words" else reason


def side_of(subject: Subject) -> Side:
    """A subject as the engine compares it."""
    return prepare(
        subject.ref, subject.title, subject.text, themes=subject.themes, groups=subject.groups,
        owner=subject.owner, place_keys=subject.place_keys, begins=subject.begins, ends=subject.ends,
    )  # fmt: skip


def candidates(side: Side) -> list[StoredSubject]:
    """Stored subjects that share keys, those with the most and rarest keys first, never more than the cap."""
    rarity = rarities.rarity()
    wanted = key_numbers(side, rarity)
    if not is_crowd(side.kind):
        wanted += key_numbers(side, rarity, CROWD)
    sizes = SubjectKey.objects.filter(key__in=wanted).values("key").annotate(size=Count("pk"))
    small = {row["key"]: row["size"] for row in sizes.order_by() if row["size"] <= BLOCK_LIMIT}
    weights: dict[int, float] = {}
    for key, subject in SubjectKey.objects.filter(key__in=small).values_list("key", "subject_id"):
        weights[subject] = weights.get(subject, 0.0) + 1 / small[key]
    best = sorted(weights, key=lambda pk: (-weights[pk], pk))[:MOST_CANDIDATES]
    return list(StoredSubject.objects.filter(pk__in=best).defer("text").order_by("pk"))


def key_numbers(side: Side, rarity: Rarity, shelf: str = SOURCE) -> list[int]:
    """The keys of a side as numbers. Crowds have a shelf of their own, so that they fill up nobody's keys."""
    return sorted(hashing.number(shelf, word) for word in keys(side, rarity))
