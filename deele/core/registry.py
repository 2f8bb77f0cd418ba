"""Slots: a lower app offers one, upper apps fill it from a module found at start (design §2)."""

from collections.abc import Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")


class AlreadyRegistered(Exception):
    """Two fillings claim one key."""


class Registry(Generic[Item]):
    """Named fillings in the order of their rank, then of their key."""

    def __init__(self) -> None:
        self._items: dict[str, tuple[int, Item]] = {}

    def add(self, key: str, item: Item, *, rank: int = 100) -> None:
        """Fill the slot. Raises AlreadyRegistered when the key is taken by something else."""
        if key in self._items and self._items[key][1] is not item:
            raise AlreadyRegistered(key)
        self._items[key] = (rank, item)

    def get(self, key: str) -> Item:
        """The filling of this key. Raises KeyError."""
        return self._items[key][1]

    def rank(self, key: str) -> int:
        """Where this key stands. Raises KeyError."""
        return self._items[key][0]

    def keys(self) -> list[str]:
        """All keys in order."""
        return sorted(self._items, key=lambda key: (self._items[key][0], key))

    def items(self) -> list[tuple[str, Item]]:
        """Keys and fillings in order."""
        return [(key, self._items[key][1]) for key in self.keys()]

    def __contains__(self, key: str) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[Item]:
        return iter([self._items[key][1] for key in self.keys()])
