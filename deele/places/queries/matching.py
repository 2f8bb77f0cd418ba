"""How well a question fits the names of the index. No database."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import nlargest

from rapidfuzz import process
from rapidfuzz.distance import OSA

from deele.core import text
from deele.places.enums import NameKind, Why
from deele.places.queries.index import Index, Name, kind_weight, one_spelling

LONGEST_QUESTION = 120
MOST_WORDS = 8
MOST_NAMES = 500  # names weighed for one question; a single letter fits more, the largest places come first
SMALL_WORDS = frozenset({"a", "am", "an", "auf", "bei", "dem", "den", "der", "die", "im", "in", "und", "vor"})
LEVEL_WORDS = {"lk": "landkreis", "sg": "samtgemeinde", "vg": "verbandsgemeinde"}
NOISE = frozenset({"dorf", "flecken", "gemeinde", "kreis", "landkreis", "ort", "ortsteil", "samtgemeinde", "stadt"})
CONTEXT = 0.5  # a word found in the name of the district, not of the place
TOP = 0.88  # the rest up to 1 is the weight of the place itself


@dataclass
class Question:
    """What was asked, taken apart."""

    words: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    plain: str = ""


@dataclass
class Fit:
    """A place with the best of its names."""

    spot: int
    score: float
    why: Why


Likely = dict[str, float]


def asked(question: str) -> Question:
    """Words and postcodes of a question; overlong ones are cut."""
    found = Question()
    for word in text.words(question[:LONGEST_QUESTION])[:MOST_WORDS]:
        if word.isdigit() and 2 <= len(word) <= 5:
            found.codes.append(word)
        else:
            found.words.append(LEVEL_WORDS.get(word, one_spelling(word)))
    found.plain = text.slug(re.sub(r"\b\d{2,5}\b", " ", question[:LONGEST_QUESTION]), 200)
    return found


def fits(index: Index, question: Question) -> list[Fit]:
    """Places whose names fit all words, plain ones first; misspellings only when nothing else fits."""
    for likely in (_plain, _joined, _misspelled, _partly):
        found = likely(index, question)
        if found:
            return found
    return []


def _plain(index: Index, question: Question) -> list[Fit]:
    return _weighed(index, question, [_exact_and_starting(index, word) for word in question.words])


def _exact_and_starting(index: Index, word: str) -> Likely:
    if word in SMALL_WORDS and len(word) > 1:
        return {word: 1.0} if word in index.by_word else {}
    found = {other: 0.75 + 0.2 * len(word) / len(other) for other in index.starting(word)}
    if word in found:
        found[word] = 1.0
    return found


def _joined(index: Index, question: Question) -> list[Fit]:
    """Written as one word or apart: Badmünder, Lüne burg."""
    found = index.joined.get("".join(question.words), ())
    return _best(Fit(index.names[n].spot, TOP * 0.95 + _weight(index, n), Why.SIMILAR) for n in found)


def _misspelled(index: Index, question: Question) -> list[Fit]:
    """Only the words nothing fits as they are, then every word, taken for misspelled."""
    plain = [_exact_and_starting(index, word) for word in question.words]
    loose = [words or _loose(index, word) for word, words in zip(question.words, plain, strict=True)]
    if found := _weighed(index, question, loose):
        return found
    if not any(plain):
        return []
    both = [{**_similar(index, word), **words} for word, words in zip(question.words, plain, strict=True)]
    return _weighed(index, question, both)


def _loose(index: Index, word: str) -> Likely:
    return {**_inside(index, word), **_similar(index, word), **_shortened(index, word)}


def _similar(index: Index, word: str) -> Likely:
    """Words a few slips away: one in short words, three in long ones; swapped letters are one slip."""
    slips = 0 if len(word) < 4 else 1 if len(word) < 6 else 2 if len(word) < 9 else 3
    found: Likely = {}
    for length in range(len(word) - slips, len(word) + slips + 1) if slips else ():
        choices = index.by_length.get(length, [])
        for other, distance, _at in process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=12):
            found[other] = 0.74 - 0.4 * distance / len(word)
    return found


def _inside(index: Index, word: str) -> Likely:
    if len(word) < 3:
        return {}
    return {other: 0.45 + 0.2 * len(word) / len(other) for other in index.words if word in other}


def _shortened(index: Index, word: str) -> Likely:
    """Rbge → Rübenberge: the same first letter, the others in their order."""
    if not 3 <= len(word) <= 5:
        return {}
    order = re.compile(".*".join(word))
    return {other: 0.5 for other in index.starting(word[0]) if len(other) >= len(word) + 2 and order.match(other)}


def _partly(index: Index, question: Question) -> list[Fit]:
    """Verden-Ost, where nobody told us of an Ost: what fits without the last words."""
    if len(question.words) < 2:
        return []
    found = fits(index, Question(question.words[:-1], [], ""))
    return [Fit(fit.spot, fit.score * 0.8, Why.PART) for fit in found]


def _weighed(index: Index, question: Question, likely: list[Likely]) -> list[Fit]:
    leading = [words for word, words in zip(question.words, likely, strict=True) if len(word) > 1] or likely
    candidates = {number for words in leading for word in words for number in index.by_word[word]}
    if len(candidates) > MOST_NAMES:
        candidates = set(nlargest(MOST_NAMES, candidates, key=index.weights.__getitem__))
    return _best(fit for number in candidates if (fit := _fit(index, number, question, likely)))


def _weight(index: Index, number: int) -> float:
    return index.weights[number]


def _fit(index: Index, number: int, question: Question, likely: list[Likely]) -> Fit | None:
    name = index.names[number]
    qualities, used = [], set()
    for word, words in zip(question.words, likely, strict=True):
        word_fit, by = 0.0, ""
        for own in name.words:
            if (quality := words.get(own, 0.0)) > word_fit:
                word_fit, by = quality, own
        if word_fit:
            used.add(by)
        elif _in_context(index, name, words):
            word_fit = CONTEXT
        elif word not in SMALL_WORDS and word not in NOISE:
            return None
        qualities.append(word_fit)
    if not used:
        return None
    score = _likeness(name, question, qualities, used)
    return Fit(name.spot, TOP * score + _weight(index, number), _why(name, qualities, score))


def _in_context(index: Index, name: Name, words: Likely) -> bool:
    return bool(words) and not words.keys().isdisjoint(index.context(index.spots[name.spot]))


def _likeness(name: Name, question: Question, qualities: list[float], used: set[str]) -> float:
    """1 for the whole name as it is written, less for what is missing on either side."""
    if len(used) == len(set(name.words)) == len(qualities) and min(qualities) == 1:
        return kind_weight(name.kind) * (1.0 if text.slug(name.written, 200) == question.plain else 0.99)
    telling = [word for word in name.words if word not in SMALL_WORDS] or name.words
    covered = sum(word in used for word in telling) / len(telling)
    first = 0.04 if name.words[0] in used else 0.0
    return kind_weight(name.kind) * (0.6 * sum(qualities) / len(qualities) + 0.3 * covered + first)


def _why(name: Name, qualities: list[float], score: float) -> Why:
    if name.kind == NameKind.OLD:
        return Why.OLD_NAME
    if score > 0.96:
        return Why.NAME
    return Why.PART if all(quality in (0, CONTEXT) or quality >= 0.75 for quality in qualities) else Why.SIMILAR


def _best(found: Iterable[Fit]) -> list[Fit]:
    """The best fit of each place."""
    best: dict[int, Fit] = {}
    for fit in found:
        if fit.spot not in best or best[fit.spot].score < fit.score:
            best[fit.spot] = fit
    return list(best.values())
