"""A piece of a page around what was asked for, with the words themselves marked."""

import re
from typing import NamedTuple

from deele.search import rules as german

AROUND = 90
_WORD = re.compile(r"[^\W_]+")
SHORTEST_PART = 4


class Part(NamedTuple):
    """A piece of text; `hit` says whether it is one of the words asked for."""

    text: str
    hit: bool


def snippet(text: str, asked: str, around: int = AROUND) -> list[Part]:
    """The surroundings of the first word of `text` that fits `asked`; empty when none does.

    A word fits when it has the same stem, or holds the stem as a part of a compound: Leerstand is in
    Leerstandsmanagement. That is how the index finds it too.
    """
    text = " ".join(text.split())
    wanted = list(dict.fromkeys(german.stems(asked)))
    spans = [match.span() for match in _WORD.finditer(text) if _fits(match.group(), wanted)]
    if not spans:
        return []
    start, end = _edges(text, spans[0], around)
    parts, at = ([Part("… ", False)] if start else []), start
    for left, right in spans:
        if left >= end:
            break
        parts += [Part(text[at:left], False), Part(text[left:right], True)]
        at = right
    parts.append(Part(text[at:end] + (" …" if end < len(text) else ""), False))
    return [part for part in parts if part.text]


def _fits(word: str, wanted: list[str]) -> bool:
    stem = german.stem(word)
    return any(stem == one or (len(one) >= SHORTEST_PART and one in german.bare(word)) for one in wanted)


def _edges(text: str, span: tuple[int, int], around: int) -> tuple[int, int]:
    """Whole words on both sides."""
    start, end = max(0, span[0] - around), min(len(text), span[1] + around)
    if start:
        start = text.find(" ", start, span[0]) + 1 or span[0]
    if end < len(text):
        cut = text.rfind(" ", span[1], end)
        end = cut if cut > 0 else span[1]
    return start, end
