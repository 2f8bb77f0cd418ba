"""The doors of likeness: records that resemble each other (here), subjects that may overlap (`overlaps`)."""

from deele.likeness.queries.records import (
    WHOLE,
    Like,
    Open,
    decisions,
    like,
    open_count,
    open_pairs,
    records,
    settled,
    settled_partners,
)

__all__ = [
    "WHOLE",
    "Like",
    "Open",
    "decisions",
    "like",
    "open_count",
    "open_pairs",
    "records",
    "settled",
    "settled_partners",
]
