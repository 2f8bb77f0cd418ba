"""A subject as the engine compares it: stems instead of texts, sets instead of lists."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from deele.likeness.rules.overlap.themes import read
from deele.likeness.rules.overlap.words import stems

THIN = 4  # stems below which words alone tell too little


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two. `place_keys`: its own first. No `begins`: always; no `ends`: it goes on."""

    ref: str
    kind: str
    title: tuple[str, ...]
    words: tuple[str, ...]
    title_as_written: str = ""
    owner: str = ""
    themes: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    place_keys: tuple[str, ...] = ()
    begins: date | None = None
    ends: date | None = None
    read_themes: frozenset[str] = frozenset()
    every: tuple[str, ...] = field(init=False, compare=False, repr=False)  # stems of title and text, each once

    def __post_init__(self) -> None:
        # Asked for in each of eighty comparisons: put together once.
        object.__setattr__(self, "every", tuple(dict.fromkeys((*self.title, *self.words))))

    @property
    def about(self) -> frozenset[str]:
        """Its themes; where none is ticked, those its words tell of."""
        return self.themes or self.read_themes

    @property
    def missing(self) -> tuple[str, ...]:
        """What it does not say although it would tell most: "themes", "place", "words"."""
        said = {"themes": self.themes, "place": self.place_keys, "words": len(self.every) >= THIN}
        return tuple(name for name, value in said.items() if not value)

    @property
    def is_thin(self) -> bool:
        """Whether it says so little that only like titles can be found: two of the three are missing."""
        return len(self.missing) > 1


def prepare(
    ref: str, title: str, text: str = "", *, themes: Iterable[str] = (), groups: Iterable[str] = (), **facts: Any
) -> Side:
    """Stem title and text. `facts`: owner, place_keys, begins, ends."""
    of_title, of_text = stems(title), stems(text)
    return Side(
        ref=ref,
        kind=ref.partition(":")[0],
        title=of_title,
        words=of_text,
        read_themes=read((*of_title, *of_text)),
        title_as_written=title,
        themes=frozenset(themes),
        groups=frozenset(groups),
        **facts,
    )
