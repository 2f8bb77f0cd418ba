"""Loads every kind. Import the catalogue from here."""

import importlib
import pkgutil

from deele.directory import kinds as package
from deele.directory.enums import Block
from deele.directory.kinds.base import Detail, Kind, Type, kinds

for module in pkgutil.iter_modules(package.__path__):
    importlib.import_module(f"{package.__name__}.{module.name}")

__all__ = ["Detail", "Kind", "Type", "advice_keys", "by_block", "kinds", "labels", "serving_keys"]


def labels() -> dict[str, str]:
    """Key → label in the current language."""
    return {kind.key: str(kind.label) for kind in kinds}


def serving_keys() -> list[str]:
    """Kinds that are responsible for places."""
    return [kind.key for kind in kinds if kind.serves]


def advice_keys() -> list[str]:
    """Kinds that advise."""
    return [kind.key for kind in kinds if kind.block == Block.ADVICE]


def by_block() -> list[tuple[Block, list[Kind]]]:
    """The kinds under their building blocks."""
    return [(block, [kind for kind in kinds if kind.block == block]) for block in Block]
