"""The forms of living a notice may name: kinds of entries that seek people (domain §4.4)."""

from typing import Any

from deele.directory.kinds.catalogue import kinds


def choices() -> list[tuple[str, Any]]:
    """Key and label, in the order of the catalogue."""
    return [(kind.key, kind.label) for kind in kinds if kind.seeks]
