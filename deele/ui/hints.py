"""Words of the field, explained where they stand. The library fills this slot; without it no page shows a hint.

A template writes `{% hint "pflege-wg" %}`: a word to open, with its explanation, that works without scripts.
"""

from collections.abc import Callable
from dataclasses import dataclass

from deele.core.registry import Registry


@dataclass(frozen=True)
class Hint:
    """A word in plain words; `url` leads to more about it."""

    word: str
    text: str
    url: str = ""


sources: Registry[Callable[[str], Hint | None]] = Registry()


def find(key: str) -> Hint | None:
    """The explanation under this key, from the first source that knows it."""
    for source in sources:
        if found := source(key):
            return found
    return None
