"""Publications: what may follow what, which words may stand in an address."""

from collections.abc import Iterable

from deele.core.text import slug
from deele.library.enums.publication import FileState, State

MOVES: dict[State, tuple[State, ...]] = {
    State.DRAFT: (State.PUBLISHED,),
    State.PUBLISHED: (State.WITHDRAWN,),
    State.WITHDRAWN: (State.PUBLISHED, State.DRAFT),
}
# First words below /bibliothek/ that lead elsewhere.
TAKEN = frozenset(
    {
        "beispiele", "wissen", "glossar", "fragen", "feed", "datei", "bestellung", "checklisten", "artikel", "einstieg",
        "publikationen", "suche", "themen", "neu", "auskunft",
    }
)  # fmt: skip
LONGEST = 80
ORDER_KEPT_DAYS = 42  # weeks in which a parcel may come back
EARLIEST_YEAR = 1900


def may_move(now: str, to: str) -> bool:
    """Whether a publication in this state may come into that one."""
    return State(to) in MOVES[State(now)]


def word_of(title: str) -> str:
    """The word in the address made of a title; never one that leads elsewhere, never bare digits."""
    word = slug(title, LONGEST - 12).strip("-") or "publikation"
    return f"{word}-publikation" if word in TAKEN or word.isdigit() else word


def counted(word: str, known: Iterable[str]) -> str:
    """The word, or the first of word-2, word-3 … that is not in use."""
    used = set(known)
    if word not in used:
        return word
    number = 2
    while f"{word}-{number}" in used:
        number += 1
    return f"{word}-{number}"


def is_searchable(state: str) -> bool:
    """Whether the words of a file are found; a scanned one is never shown as searchable."""
    return state == FileState.READY
