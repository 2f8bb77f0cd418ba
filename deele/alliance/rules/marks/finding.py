"""Finding a marked passage again in a text that may have changed. The words are what holds, not the position."""

import unicodedata
from typing import NamedTuple

_SAME = str.maketrans({"„": '"', "“": '"', "”": '"', "»": '"', "«": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})


class Found(NamedTuple):
    """Where the passage stands: text[start:end]."""

    start: int
    end: int


def find(text: str, quote: str, near: int | None = None) -> Found | None:
    """The occurrence of `quote` in `text` nearest to `near`; None when its words stand there no more.

    White space, upper and lower case, kinds of quotation marks and composed or decomposed umlauts make no difference.
    """
    wanted, _places = _plain(quote)
    wanted = wanted.strip()
    if not wanted:
        return None
    plain, places = _plain(text)
    best: Found | None = None
    at = plain.find(wanted)
    while at >= 0:
        if _whole_words(plain, at, at + len(wanted)):
            found = Found(places[at], places[at + len(wanted) - 1] + 1)
            if best is None or (near is not None and abs(found.start - near) < abs(best.start - near)):
                best = found
        at = plain.find(wanted, at + 1)
    return best


def _whole_words(plain: str, start: int, end: int) -> bool:
    """Whether a piece begins and ends where words do: “Raum” does not stand in “Raumplanung”, nor “u” in “ü”."""
    before, after = plain[start - 1 : start], plain[end : end + 1]
    begins = not (before.isalnum() and plain[start].isalnum())
    return (
        begins and not (after.isalnum() and plain[end - 1].isalnum()) and not (after and unicodedata.combining(after))
    )


def _plain(text: str) -> tuple[str, list[int]]:
    """The text for comparing, and for each of its signs the position it came from."""
    signs: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(text):
        for plain in _signs(sign):
            if plain == " " and signs and signs[-1] == " ":
                continue
            signs.append(plain)
            places.append(at)
    return "".join(signs), places


def _signs(sign: str) -> str:
    """A sign for comparing: decomposed, its accent kept, lower case, white space as one space."""
    if sign.isspace():
        return " "
    return unicodedata.normalize("NFD", sign.translate(_SAME)).casefold()
