"""German sentences with their positions, so that each can be marked as it stands.

Cut by signs, not by grammar: full stop, question and exclamation mark before a new beginning, line ends, bullets.
Abbreviations (z. B., e. V., Nr. 3), ordinal numbers (am 3. Mai) and initials are no ends.
"""

import re
from typing import NamedTuple

ABBREVIATIONS = frozenset(
    [
        "z",
        "b",
        "d",
        "h",
        "u",
        "a",
        "o",
        "ä",
        "e",
        "v",
        "i",
        "r",
        "bzw",
        "ca",
        "usw",
        "etc",
        "inkl",
        "ggf",
        "evtl",
        "vgl",
        "nr",
        "str",
        "st",
        "dr",
        "prof",
        "dipl",
        "ing",
        "hr",
        "fr",
        "tel",
        "abs",
        "art",
        "bspw",
        "sog",
        "max",
        "min",
        "mind",
        "rd",
        "mio",
        "mrd",
        "jan",
        "feb",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "okt",
        "nov",
        "dez",
        "gem",
        "ev",
        "kath",
        "insb",
        "einschl",
        "zzt",
        "abt",
        "sa",
        "so",
        "s",
    ]
)
MONTHS = frozenset(
    [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
        "quartal",
        "halbjahr",
        "jahrhundert",
        "jahrhunderts",
        "fachtag",
        "lebensjahr",
        "stock",
    ]
)
LONGEST = 600  # what the column of a passage holds

_END = re.compile(r"[.!?…][\"“”»)\]]*(?=\s|$)")
_BULLET = re.compile(r"[\s•·–—*-]*")
_LAST_WORD = re.compile(r"([^\W_]+)$")
_NEXT_WORD = re.compile(r"\s*([^\W_]+)")


class Sentence(NamedTuple):
    """A sentence as written: text[start:end]."""

    start: int
    end: int
    text: str


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in their order, without white space and bullets around them.

    Every sentence is a piece of `text` at its position; a piece longer than LONGEST is cut at a space.
    """
    found: list[Sentence] = []
    at = 0
    for line in text.splitlines(keepends=True):
        for start, end in _cuts(line):
            found += _trimmed(text, at + start, at + end)
        at += len(line)
    return found


def _cuts(line: str) -> list[tuple[int, int]]:
    """Where a line falls apart."""
    pieces, begun = [], 0
    for sign in _END.finditer(line):
        if sign[0][0] == "." and _goes_on(line, sign.start(), sign.end()):
            continue
        pieces.append((begun, sign.end()))
        begun = sign.end()
    return [*pieces, (begun, len(line))]


def _goes_on(line: str, dot: int, after: int) -> bool:
    """Whether the full stop belongs to an abbreviation, an ordinal number or an initial."""
    word = _LAST_WORD.search(line[:dot])
    following = _NEXT_WORD.match(line[after:])
    if word is None or following is None:
        return False
    last, coming = word[1], following[1]
    if last.isdigit():
        return len(last) <= 2 and (coming[0].islower() or coming.lower() in MONTHS)
    if last.lower() == "v" and _ends_in_association(line[:dot]):
        return coming[0].islower()
    return coming[0].islower() or last.lower() in ABBREVIATIONS or (len(last) == 1 and last.isupper())


def _ends_in_association(before: str) -> bool:
    """“… Muster e. V” may end a sentence as well as stand in one."""
    return re.search(r"\be\.\s?V$", before) is not None


def _trimmed(text: str, start: int, end: int) -> list[Sentence]:
    """Without what stands around it; in several pieces when too long."""
    start += len(_BULLET.match(text[start:end])[0])  # type: ignore[index]  # matches always, perhaps nothing
    end = start + len(text[start:end].rstrip())
    found = []
    while end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        found.append(Sentence(start, cut, text[start:cut]))
        start = cut + (text[cut] == " ")
    if any(sign.isalnum() for sign in text[start:end]):
        found.append(Sentence(start, end, text[start:end]))
    return found
