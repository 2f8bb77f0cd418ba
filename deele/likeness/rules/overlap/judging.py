"""The score and the level: one readable table, tuned on one half of the labelled pairs, judged on the other."""

from math import exp
from typing import NamedTuple

from deele.likeness.enums import Level
from deele.likeness.rules.overlap import relations
from deele.likeness.rules.overlap.reasons import Reason, reasons
from deele.likeness.rules.overlap.sides import Side
from deele.likeness.rules.overlap.words import Rarity, cosine, titles

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


def judge(one: Side, other: Side, rarity: Rarity, meaning: float | None = None) -> Judged:
    """Compare two sides. `meaning` is the likeness a sentence model sees, 0 to 1, where one is at hand."""
    title = titles(one.title, other.title, rarity)
    text = max(cosine(one.every, other.every, rarity), meaning or 0.0)
    told = {name: getattr(relations, name)(one, other) for name in WEIGHTS}
    logit = BASE + TITLE * title + TEXT * text + sum(WEIGHTS[name][said] for name, said in told.items())
    score = 1 / (1 + exp(-logit))
    level = level_of(one, other, score, title=title, text=text, told=told)
    return Judged(round(score, 4), level, reasons(one, other, told, title, rarity) if level else ())


def level_of(one: Side, other: Side, score: float, *, title: float, text: float, told: dict[str, str]) -> str:
    """The level: bars of common sense, in their order."""
    if one.is_thin or other.is_thin:
        return Level.SIMILAR if title >= THIN_TITLE else ""
    if score < SIMILAR:
        return ""
    if told["place"] in NOWHERE or told["time"] in ("season", "apart") or relations.is_repeat(one, other):
        return Level.SIMILAR
    if told["themes"] != "none" and told["time"] in AT_ONCE and is_one_thing(title, text):
        return Level.SAME
    return Level.OVERLAP if is_one_work(one, other, title=title, text=text, told=told) else Level.SIMILAR


def is_one_thing(title: float, text: float) -> bool:
    """Whether the words say that both are the same."""
    return title >= SAME_TITLE or (title >= ALIKE_TITLE and text >= STRONG)


def is_one_work(one: Side, other: Side, *, title: float, text: float, told: dict[str, str]) -> bool:
    """Whether two things do the same for the same people: by their words, or by a theme few share, at one place."""
    if told["groups"] == "other" or (told["themes"] == "none" and title < SAME_TITLE):
        return False
    if text >= STRONG or title >= ALIKE_TITLE:
        return True
    some, local = max(title, text) >= SOME, told["place"] in LOCAL
    if not one.about & other.about:
        return told["themes"] == "unknown" and told["groups"] == "shared" and some and local
    return some or (local and bool(one.about & other.about - BROAD))
