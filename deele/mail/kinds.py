"""What other apps offer to whoever writes to many: pieces a newsletter or a digest can be built from.

An app fills `sources` from its `slots.py`, found at start. The newsletter stands above most of them and below the
website, so the slot lies here, beneath all of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from csp.constants import NONE, UNSAFE_INLINE
from django.utils.functional import Promise

from deele.core.registry import Registry

# The HTML of a mail is shown alone, as its own page: no script, no request, no form, nothing of our origin.
MAIL_POLICY = {"default-src": [NONE], "style-src": [UNSAFE_INLINE], "frame-ancestors": [NONE], "sandbox": [True]}


@dataclass(frozen=True)
class Piece:
    """One record as it may stand in a newsletter. `ref` is "app.model:pk"; `url` a path of this house.

    `day` is what it is sorted by (when an event takes place, when a call ends); `when` and `where` are the same in
    words, for a line below the title. `place_keys` names its place and everything above it.
    """

    ref: str
    title: str
    url: str
    text: str = ""
    day: date | None = None
    when: str = ""
    where: str = ""
    note: str = ""
    area_key: str = ""
    place_keys: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wish:
    """Which pieces are asked for. Empty parts ask for all."""

    since: date | None = None
    until: date | None = None
    area_key: str = ""
    text: str = ""
    limit: int = 50


class Source(Protocol):
    """A kind of records that can be offered."""

    key: str
    title: Promise | str

    def pieces(self, wish: Wish, today: date) -> list[Piece]:
        """What is public and fits, in the order it should be read."""
        ...

    def by_refs(self, refs: Iterable[str]) -> dict[str, Piece]:
        """The present state of these records; what is gone or no longer public is left out."""
        ...


sources: Registry[Source] = Registry()
