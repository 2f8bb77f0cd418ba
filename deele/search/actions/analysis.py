"""A document as the tables keep it."""

import json
from dataclasses import dataclass
from itertools import pairwise

from deele.core.geo import z_order
from deele.search.kinds import Document
from deele.search.queries.vocabulary import Vocabulary
from deele.search.rules import joined, surfaces
from deele.search.rules import stem as stem_of

MAX_STEMS = 5000  # of one text; a book is not a directory entry
TITLE_KEY = 200


@dataclass(frozen=True, slots=True)
class Analysed:
    """A document with its stems; `words` has a word as written for each stem, for "did you mean"."""

    document: Document
    title: list[str]
    body: list[str]
    joined: list[str]
    words: dict[str, str]


def analyse(document: Document) -> Analysed:
    """Stem title and text."""
    words: dict[str, str] = {}
    title = _stemmed(document.title, words)
    body = _stemmed(document.text, words)
    hyphened = joined(f"{document.title}\n{document.text}")
    return Analysed(document, title, body, hyphened, {token: token for token in hyphened} | words)


def _stemmed(text: str, words: dict[str, str]) -> list[str]:
    found = []
    for word in surfaces(text)[:MAX_STEMS]:
        if token := stem_of(word):
            found.append(token)
            words[token] = word
    return found


def part_column(title: list[str], body: list[str], hyphened: list[str], vocabulary: Vocabulary) -> str:
    """The parts of all compounds, and the compounds of words that stand apart: so that Fahrradwerkstatt, Fahrrad-
    Werkstatt and Fahrrad Werkstatt find each other with one look-up when somebody asks."""
    parts: list[str] = []
    for token in sorted({*title, *body, *hyphened}):
        parts += vocabulary.parts_of(token)
    for column in (title, body):
        for left, right in pairwise(column):
            parts += vocabulary.joins_of(left, right)
    return " ".join([*parts, *hyphened])


def title_key(analysed: Analysed) -> str:
    """What an exact title is recognised by."""
    return " ".join(analysed.title)[:TITLE_KEY]


def facet_lines(document: Document) -> str:
    """Facets as kept: name=value, a line each."""
    pairs = {(name, str(value)) for name, values in document.facets.items() for value in values if value}
    return "\n".join(f"{name}={value}".replace("\n", " ") for name, value in sorted(pairs))


def feature_text(document: Document) -> str:
    """The finished GeoJSON feature; empty without position."""
    if document.lat is None or document.lon is None:
        return ""
    point = {"type": "Point", "coordinates": [round(document.lon, 6), round(document.lat, 6)]}
    feature = {"type": "Feature", "geometry": point, "properties": document.feature}
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"), default=str)


def data_text(document: Document) -> str:
    """The list row as kept."""
    return json.dumps(document.data, ensure_ascii=False, separators=(",", ":"), default=str)


def curve(lat: float | None, lon: float | None) -> int:
    """Where a row belongs; those without position come first."""
    return -1 if lat is None or lon is None else z_order(lat, lon)
