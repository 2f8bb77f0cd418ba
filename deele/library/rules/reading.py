"""How hard a German text is to read: two known formulas, and what to change first. Pure.

LIX (Björnsson 1968): words per sentence plus the share of words longer than six letters in per cent.
WSTF, first new Vienna formula for factual texts (Bamberger and Vanecek 1984):
0.1935 · MS + 0.1672 · SL + 0.1297 · IW − 0.0327 · ES − 0.875, with MS the share of words of three or more syllables,
SL words per sentence, IW the share of words longer than six letters, ES the share of words of one syllable (shares in
per cent). Its result is a school year. Both are hints about form, never a verdict about sense; the page says so.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

LONG_LETTERS, MANY_SYLLABLES = 6, 3
LONG_SENTENCE, SHOWN = 20, 5
FEW_WORDS = 30  # below this the formulas say nothing
EASY_LIX, HARD_LIX = 40, 50
EASY_YEAR, HARD_YEAR = 8, 11

ABBREVIATION = re.compile(
    r"\b(z\. ?B|d\. ?h|u\. ?a|o\. ?ä|u\. ?U|i\. ?d\. ?R|e\. ?V|e\. ?G|usw|bzw|ca|ggf|evtl|inkl|max|min|Nr"
    r"|Abs|Art|Dr|Prof|St|Str|vgl|etc|Mio|Mrd|Tel|S)\."
)
NUMBER_POINT = re.compile(r"(?<=\d)\.(?=\s?\d|\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober"
                          r"|November|Dezember|Jahrhundert))")  # fmt: skip
SENTENCE_END = re.compile(r"(?<=[.!?…:])[\"“”»)]*\s+|\n+")
WORD = re.compile(r"[A-Za-zÄÖÜäöüß]+(?:[-’'][A-Za-zÄÖÜäöüß]+)*")
VOWELS = re.compile(r"(?:aa|ee|oo|ie|ei|ai|ey|ay|eu|äu|au|[aeiouyäöü])", re.IGNORECASE)
NOUN_ENDINGS = (
    "ung",
    "ungen",
    "heit",
    "heiten",
    "keit",
    "keiten",
    "tion",
    "tionen",
    "ismus",
    "ierung",
    "ierungen",
    "nahme",
)
PLAIN_NOUNS = frozenset(
    [
        "wohnung",
        "wohnungen",
        "zeitung",
        "zeitungen",
        "zeitungs",
        "kleidung",
        "heizung",
        "rechnung",
        "rechnungen",
        "versicherung",
        "einladung",
        "krankheit",
        "krankheiten",
        "station",
        "stationen",
    ]
)
PASSIVE_AUX = frozenset(["werden", "wird", "wurde", "wurden", "worden"])
PARTICIPLE = re.compile(
    r"^(?:(?:ab|an|auf|aus|bei|ein|fest|her|hin|mit|nach|um|vor|weg|zu|zurück|zusammen)?ge\w+(?:t|en)"
    r"|(?:be|ent|er|ver|zer|miss)\w+(?:t|en)|\w+iert)$"
)


class Level(StrEnum):
    """How it reads."""

    TOO_SHORT = "zu_kurz"
    EASY = "leicht"
    MIDDLE = "mittel"
    HARD = "schwer"


@dataclass(frozen=True)
class Reading:
    """What can be said about a text. `lix` and `year` are None for a text too short to judge."""

    words: int = 0
    sentences: int = 0
    lix: int | None = None
    year: int | None = None
    level: Level = Level.TOO_SHORT
    long_sentences: tuple[str, ...] = ()
    abstract: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    explained: tuple[str, ...] = field(default=())

    @property
    def has_hints(self) -> bool:
        """Whether there is something to change."""
        return bool(self.long_sentences or self.abstract or self.passive)


def judge(text: str, glossary: Iterable[str] = ()) -> Reading:
    """Judge a text. `glossary` are words that can be explained to the reader."""
    parts = sentences(text)
    words = [word for part in parts for word in WORD.findall(part)]
    if not words:
        return Reading()
    enough = len(words) >= FEW_WORDS
    lix, year = lix_of(words, len(parts)), vienna(words, len(parts))
    long_ones = sorted((part for part in parts if len(WORD.findall(part)) > LONG_SENTENCE), key=count, reverse=True)
    return Reading(
        words=len(words),
        sentences=len(parts),
        lix=round(lix) if enough else None,
        year=max(1, round(year)) if enough else None,
        level=level(lix, year) if enough else Level.TOO_SHORT,
        long_sentences=tuple(long_ones[:SHOWN]),
        abstract=tuple(dict.fromkeys(word for word in words if is_abstract(word)))[: 2 * SHOWN],
        passive=tuple(part for part in parts if is_passive(part))[:SHOWN],
        explained=explained(text, glossary),
    )


def sentences(text: str) -> list[str]:
    """The sentences; points of abbreviations, dates and numbers end none. A line of a list is a sentence."""
    kept = NUMBER_POINT.sub("\x01", ABBREVIATION.sub(lambda hit: hit[0].replace(".", "\x01"), text))
    found = [part.replace("\x01", ".").strip() for part in SENTENCE_END.split(kept)]
    return [part for part in found if WORD.search(part)]


def count(sentence: str) -> int:
    """How many words."""
    return len(WORD.findall(sentence))


def syllables(word: str) -> int:
    """About how many syllables: groups of vowels, diphthongs counted once."""
    return max(1, len(VOWELS.findall(word)))


def share(part: int, whole: int) -> float:
    """In per cent."""
    return 100 * part / whole


def is_long(word: str) -> bool:
    """Longer than six letters."""
    return len(word) > LONG_LETTERS


def lix_of(words: list[str], number_of_sentences: int) -> float:
    """LIX after Björnsson."""
    return len(words) / number_of_sentences + share(sum(map(is_long, words)), len(words))


def vienna(words: list[str], number_of_sentences: int) -> float:
    """The first new Vienna formula for factual texts."""
    counted = [syllables(word) for word in words]
    many = share(sum(one >= MANY_SYLLABLES for one in counted), len(words))
    single = share(sum(one == 1 for one in counted), len(words))
    long_words = share(sum(map(is_long, words)), len(words))
    return 0.1935 * many + 0.1672 * len(words) / number_of_sentences + 0.1297 * long_words - 0.0327 * single - 0.875


def level(lix: float, year: float) -> Level:
    """Both formulas must agree that it is easy; one suffices to say that it is hard."""
    if lix >= HARD_LIX or year >= HARD_YEAR:
        return Level.HARD
    return Level.EASY if lix < EASY_LIX and year < EASY_YEAR else Level.MIDDLE


def is_abstract(word: str) -> bool:
    """A noun that stands for a doing, by its ending; everyday ones are let be."""
    lower = word.lower()
    return word[0].isupper() and len(word) > LONG_LETTERS and lower.endswith(NOUN_ENDINGS) and lower not in PLAIN_NOUNS


def is_passive(sentence: str) -> bool:
    """“wird … gemacht”: a form of “werden” with a participle in the same sentence."""
    words = [word.lower() for word in WORD.findall(sentence)]
    return any(word in PASSIVE_AUX for word in words) and any(
        PARTICIPLE.match(word) for word in words if word not in PASSIVE_AUX
    )


def explained(text: str, glossary: Iterable[str]) -> tuple[str, ...]:
    """The words of the glossary that stand in the text."""
    lower = f" {' '.join(WORD.findall(text.lower()))} "
    found = [word for word in glossary if f" {' '.join(WORD.findall(word.lower()))}" in lower and word]
    return tuple(dict.fromkeys(found))
