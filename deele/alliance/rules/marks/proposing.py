"""Proposals of passages to mark: each names the word it comes from. Nothing here decides anything."""

import re
from dataclasses import dataclass
from functools import lru_cache

from deele.alliance.enums.marks import Side, Text
from deele.alliance.rules.marks import patterns
from deele.alliance.rules.marks.sentences import Sentence, sentences

MOST_OF_A_SENTENCE = 3
_CLAUSE = re.compile(r"[,;:–.]| und | oder | aber | sondern ")


@dataclass(frozen=True)
class Proposed:
    """A passage, what it could be, and the words that say so."""

    field: str
    start: int
    end: int
    quote: str
    side: str
    kind: str
    word: str


def propose(field: str, text: str) -> list[Proposed]:
    """What could be marked in one text of a profile, sentence by sentence.

    The answer on expectations holds expectations, the one on contributions contributions. In the portrait and in the
    understanding a sentence must offer (“wir bieten …”) or wish (“wir hoffen …”) before it is looked at.
    """
    return [found for sentence in sentences(text) for found in _of_sentence(field, sentence)]


def _of_sentence(field: str, sentence: Sentence) -> list[Proposed]:
    """The kinds one sentence speaks of, in the order of its words; at most three."""
    plain = sentence.text.lower()
    found: list[tuple[int, Proposed]] = []
    for side in _sides(field, plain):
        for kind, expressions in _tables()[side].items():
            hit = _first(expressions, plain, denied_too=kind in patterns.UNWANTED)
            if hit is not None:
                word = _as_written(sentence.text, plain, hit)
                passage = Proposed(field, sentence.start, sentence.end, sentence.text, side, kind, word)
                found.append((hit.start(), passage))
    found.sort(key=lambda pair: pair[0])
    return [passage for _at, passage in found[:MOST_OF_A_SENTENCE]]


def _sides(field: str, plain: str) -> list[str]:
    """What a sentence of this text can be."""
    if field == Text.EXPECTS:
        return [Side.EXPECTATION]
    if field == Text.CONTRIBUTES:
        return [Side.CONTRIBUTION]
    offers, wishes = _openers()
    if _first(wishes, plain):
        return [Side.EXPECTATION]
    return [Side.CONTRIBUTION] if _first(offers, plain) else []


def _first(
    expressions: tuple[re.Pattern[str], ...], plain: str, *, denied_too: bool = False
) -> re.Match[str] | None:  # fmt: skip
    """The earliest hit that no “kein” before it turns round."""
    found = [hit for expression in expressions for hit in expression.finditer(plain)]
    hits = [hit for hit in found if denied_too or not _denied(plain, hit)]
    return min(hits, key=lambda hit: (hit.start(), -hit.end()), default=None)


def _denied(plain: str, hit: re.Match[str]) -> bool:
    """Whether a “kein” or “leider” stands among the words just before, or the clause ends in “nicht”."""
    before = _CLAUSE.split(plain[: hit.start()])[-1]
    after = re.findall(r"\w+", _CLAUSE.split(plain[hit.end() :])[0])
    if after and after[-1] in patterns.NOT_LAST:
        return True
    return any(word in patterns.NOT for word in re.findall(r"\w+", before)[-patterns.NOT_REACH :])


def _as_written(text: str, plain: str, hit: re.Match[str]) -> str:
    """The words of the hit as the member wrote them, unless a letter grew in lower case and moved the positions."""
    return text[hit.start() : hit.end()] if len(text) == len(plain) else hit[0]


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, tuple[re.Pattern[str], ...]]]:
    tables = {Side.EXPECTATION: patterns.EXPECTATIONS, Side.CONTRIBUTION: patterns.CONTRIBUTIONS}
    return {
        str(side): {str(kind): tuple(map(patterns.compiled, words)) for kind, words in table.items()}
        for side, table in tables.items()
    }


@lru_cache(maxsize=1)
def _openers() -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    return tuple(map(patterns.compiled, patterns.OFFERS)), tuple(map(patterns.compiled, patterns.WISHES))
