"""The questions other apps ask about places; their names are the contract of docs/map.md."""

from deele.places.queries.address import Resolution, for_address
from deele.places.queries.finder import Match, exactly, find
from deele.places.queries.point import at_point
from deele.places.queries.tree import (
    ancestors,
    box_of,
    box_of_all,
    by_key,
    children,
    neighbours,
    postcodes_of,
    within,
)

__all__ = [
    "Match",
    "Resolution",
    "ancestors",
    "at_point",
    "box_of",
    "box_of_all",
    "by_key",
    "children",
    "exactly",
    "find",
    "for_address",
    "neighbours",
    "postcodes_of",
    "within",
]
