"""Finding decisions by their words, in every grammatical form and inside of compounds; with the stems of the search."""

from deele.search.rules import stems

MOST = 2000
MOST_ASKED = 12


def stems_of(text: str) -> str:
    """The stems of a text, each once, between blanks."""
    return f" {' '.join(dict.fromkeys(stems(text)[:MOST]))} "


def asked(text: str) -> list[str]:
    """The stems somebody asks for; all of them have to be there, also as a part of a longer word."""
    return stems_of(text[:200]).split()[:MOST_ASKED]
