"""Which fields the log never quotes. The privacy register fills this from its personal and secret fields."""

from collections.abc import Iterable

_masked: dict[str, frozenset[str]] = {}


def mask(model_label: str, fields: Iterable[str]) -> None:
    """Never write values of these fields of `app.model` into the log."""
    _masked[model_label] = frozenset(fields)


def masked(model_label: str) -> frozenset[str]:
    """The fields of `app.model` whose values stay out of the log."""
    return _masked.get(model_label, frozenset())
