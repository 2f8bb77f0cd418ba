"""The score and the level: one readable table, tuned on one half of the labelled pairs, judged on the other."""

from math import exp
from typing import NamedTuple

from deele.likeness.enums import Level
from deele.likeness.rules.overlap import relations
from deele.likeness.rules.overlap.reasons import Reason, reasons
from deele.likeness.rules.overlap.sides import Side
from deele.likeness.rules.overlap.words import Rarity, cosine, shared, titles

BASE = -3.2
TITLE, TEXT = 4.5, 5.0
WEIGHTS: dict[str, dict[str, float]] = {
    "themes": {"most": 1.5, "some": 0.8, "none": -1.2, "unknown": 0.0},
    "groups": {"shared": 0.7, "other": -1.2, "unknown": 0.0},
    "place": {
        "same": 1.6, "within": 1.3, "district": 1.0, "wide": 1.1, "region": -0.8, "reached": 0.1, "far": -2.6,
        "unknown": 0.2,
    },
    "time": {"meet": 0.9, "near": 0.8, "weeks": 0.4, "season": -0.4, "apart": -1.8, "open": 0.2},
}  # fmt: skip
SIMILAR = 0.3  # score below which nothing is worth a word
STRONG, SOME = 0.3, 0.12  # of the texts: both are about one thing; there is something in common at all
SAME_TITLE, ALIKE_TITLE = 0.72, 0.4  # of the titles: enough alone; enough where the texts say the same
THIN_TITLE = 0.6  # of a title, where a side says nothing else
NOWHERE = ("far", "region")  # neither the same nor overlapping
LOCAL = ("same", "within", "district")
AT_ONCE = ("meet", "near", "open")
# Themes that half of everything is on: to share one tells little without a word in common.
BROAD = frozenset({
    "wohnen", "pflege", "nachbarschaft", "daseinsvorsorge", "laendlicher_raum", "buergerschaftliches_engagement",
    "beteiligung", "foerderung",
})  # fmt: skip


class Judged(NamedTuple):
    """How alike two sides are; no level: not worth a word."""

    score: float
    level: str
    reasons: tuple[Reason, ...]


class Likeness(NamedTuple):
    """What two sides have in common: of titles and texts 0 to 1, whether a word in common tells something, and for
    each relation the word that says how they stand (relations)."""

    title: float
    text: float
    spoken: bool
    told: dict[str, str]


def judge(one: Side, other: Side, rarity: Rarity, meaning: float | None = None) -> Judged:
    """Compare two sides. `meaning` is the likeness a sentence model sees, 0 to 1, where one is at hand."""
    alike = Likeness(
        title=titles(one.title, other.title, rarity),
        text=max(cosine(one.every, other.every, rarity), meaning or 0.0),
        spoken=bool(shared(one.every, other.every, rarity)),
        told={name: getattr(relations, name)(one, other) for name in WEIGHTS},
    )
    logit = BASE + TITLE * alike.title + TEXT * alike.text
    score = 1 / (1 + exp(-logit - sum(WEIGHTS[name][said] for name, said in alike.told.items())))
    level = level_of(one, other, score, alike)
    return Judged(round(score, 4), level, reasons(one, other, alike.told, alike.title, rarity) if level else ())


def level_of(one: Side, other: Side, score: float, alike: Likeness) -> str:
    """The level: bars of common sense, in their order."""
    told = alike.told
    if one.is_thin or other.is_thin:
        return Level.SIMILAR if alike.title >= THIN_TITLE else ""
    if score < SIMILAR:
        return ""
    if told["place"] in NOWHERE or told["time"] in ("season", "apart") or relations.is_repeat(one, other):
        return Level.SIMILAR
    if told["themes"] != "none" and told["time"] in AT_ONCE and is_one_thing(alike):
        return Level.SAME
    return Level.OVERLAP if is_one_work(one, other, alike) else Level.SIMILAR


def is_one_thing(alike: Likeness) -> bool:
    """Whether the words say that both are the same."""
    return alike.title >= SAME_TITLE or (alike.title >= ALIKE_TITLE and alike.text >= STRONG)


def is_one_work(one: Side, other: Side, alike: Likeness) -> bool:
    """Whether two things do the same for the same people: by their words, or by a theme few share, at one place.

    A theme that half of everything is on needs a place or a telling word beside it: nobody can weigh an overlap whose
    only reason is "both on neighbourhood".
    """
    told = alike.told
    if told["groups"] == "other" or (told["themes"] == "none" and alike.title < SAME_TITLE):
        return False
    if alike.text >= STRONG or alike.title >= ALIKE_TITLE:
        return True
    some, local = max(alike.title, alike.text) >= SOME, told["place"] in LOCAL
    if not one.about & other.about:
        return told["themes"] == "unknown" and told["groups"] == "shared" and some and local
    special = bool(one.about & other.about - BROAD)
    return (some and (special or local or alike.spoken)) or (local and special)
