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
SAME, OVERLAP, SIMILAR = 0.9, 0.6, 0.2
SAME_TITLE = 0.72  # of a title, below which nothing is the same thing
OVERLAP_WORDS = 0.12  # of the texts, below which themes and places alone make no overlap
THIN_TITLE = 0.6  # of a title, where a side says nothing else
NOWHERE = ("far", "region")  # neither the same nor overlapping


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
    """The level: the score proposes, bars of common sense decide."""
    if one.is_thin or other.is_thin:
        return Level.SIMILAR if title >= THIN_TITLE else ""
    if score < SIMILAR:
        return ""
    if told["place"] in NOWHERE or told["time"] == "apart" or relations.is_repeat(one, other):
        return Level.SIMILAR
    if score >= SAME and title >= SAME_TITLE and told["time"] in ("meet", "near", "open"):
        return Level.SAME
    alike = told["themes"] in ("most", "some") or title >= SAME_TITLE
    if score >= OVERLAP and alike and max(title, text) >= OVERLAP_WORDS and told["time"] != "season":
        return Level.OVERLAP
    return Level.SIMILAR
