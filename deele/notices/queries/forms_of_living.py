"""The forms of living a notice may name: kinds of entries that seek people (domain §4.4)."""

from typing import Any

from deele.directory.enums import Block
from deele.directory.kinds.catalogue import kinds


def choices() -> list[tuple[str, Any]]:
    """Key and label, in the order of the catalogue."""
    return [(kind.key, kind.label) for kind in kinds if kind.seeks]


def telling() -> list[tuple[str, Any]]:
    """Forms that say something about the health of who wants to live there: asked with the needs, sealed like them."""
    return [(kind.key, kind.label) for kind in kinds if kind.seeks and kind.block == Block.CARE]


def plain() -> list[tuple[str, Any]]:
    """All others."""
    hidden = {key for key, _label in telling()}
    return [(key, label) for key, label in choices() if key not in hidden]
