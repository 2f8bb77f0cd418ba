"""Made documents for tests: no real place, no real person."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from deele.search.kinds import Document

SOURCE = "test"
_numbers = count(1)


def document(title: str = "Nachbarschaftshilfe Musterdorf", **values: Any) -> Document:
    """One document; its number is its reference unless named."""
    values.setdefault("ref", str(next(_numbers)))
    values.setdefault("data", {"title": title})
    values.setdefault("feature", {"title": title})
    return Document(source=values.pop("source", SOURCE), title=title, **values)


NAMES = (
    "Gartenhof", "Lindenhaus", "Fahrradwerkstatt", "Dorfladen", "Wohnprojekt", "Bürgerbus", "Reparaturcafé",
    "Häkelrunde", "Obstwiese", "Mühlentreff", "Nähstube", "Kulturscheune", "Frauenfrühstück", "Spielkreis",
    "Nachbarschaftshilfe", "Wohnberatung", "Mehrgenerationenhaus", "Tagespflege", "Pflegestützpunkt", "Baugemeinschaft",
)  # fmt: skip
TOWNS = (
    "Ahrenfeld", "Birkenmoor", "Dreilinden", "Eichenbüttel", "Fuchsberg", "Grünau", "Hasselrode", "Immenbeck",
    "Kranichholz", "Löwenstedt",
)  # fmt: skip


def town_documents() -> Iterator[Document]:
    """Two hundred documents: every name in every town, ten kilometres from town to town."""
    for east, town in enumerate(TOWNS):
        for north, name in enumerate(NAMES):
            yield document(
                f"{name} {town}",
                ref=f"{name}-{town}",
                text=f"Ein Angebot in {town} für alle Menschen im Ort.",
                lat=52.0 + north * 0.01,
                lon=8.0 + east * 0.15,
                facets={"kind": [name.lower()], "seeking": ["ja"] if north % 3 == 0 else []},
                place_keys=["03", f"03{east:03}"],
                rank=north / 20,
            )
