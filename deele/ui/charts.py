"""The arithmetic of charts, so that templates hold none."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.formats import number_format


class Bar(NamedTuple):
    """One bar: its share of the longest one in per cent, as text for an SVG attribute."""

    label: str
    text: str
    share: str


def value_of(row: Any, name: str) -> Any:
    """A value of a dictionary or of an object."""
    return row.get(name) if isinstance(row, dict) else getattr(row, name, None)


def bars(rows: Iterable[Any]) -> list[Bar]:
    """Rows with label, value and perhaps text as bars. Negative values count as zero, missing ones show as a dash."""
    known = [(value_of(row, "label"), value_of(row, "value"), value_of(row, "text")) for row in rows]
    longest = max((value or 0 for _, value, _ in known), default=0) or 1
    return [
        Bar(str(label), str(text or worded(value)), f"{max(value or 0, 0) / longest * 100:.1f}")
        for label, value, text in known
    ]


def worded(value: float | None) -> str:
    """The value as people here write it."""
    return "–" if value is None else number_format(value, use_l10n=True, force_grouping=True)
