"""Keys in words, days in words."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.formats import date_format

from deele.library.rules.sizes import size_of
from deele.places.models import Place


def titles(choices: Any, keys: Iterable[str]) -> list[str]:
    """Keys in words, in the order of their list; keys of former lists stay as they are."""
    wanted = list(keys or [])
    known = {key: str(label) for key, label in choices.choices if key in wanted}
    return [*known.values(), *(key for key in wanted if key not in known)]


def day(value: date | None) -> str:
    """A day; empty for none."""
    return date_format(value, "j. F Y") if value else ""


def lines(text: str) -> list[str]:
    """The lines of a text that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def size_of_place(place: Place | None) -> str:
    """The kind of place by its inhabitants; a locality is measured by its municipality."""
    if place is not None and place.population is None and place.parent is not None:
        place = place.parent
    return size_of(place.population) if place else ""
