"""What a log entry may say: changes with old and new value, and what is left of it after an erasure."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

HIDDEN = "[…]"
LONGEST_VALUE = 500
Change = list[str]


def differences(before: dict[str, str], after: dict[str, str], hidden: Collection[str]) -> dict[str, Change]:
    """Field → [old, new] for each field that changed; values of hidden fields are not quoted."""
    found = {}
    for name, new in after.items():
        old = before.get(name, "")
        if old != new:
            quoted = [HIDDEN, HIDDEN] if name in hidden else [old[:LONGEST_VALUE], new[:LONGEST_VALUE]]
            found[name] = quoted
    return found


@dataclass(frozen=True)
class Trace:
    """What the log may know of one person: address, their words, records about them, accounts, personal fields."""

    email: str
    words: frozenset[str] = frozenset()
    records: frozenset[str] = frozenset()
    accounts: frozenset[int] = frozenset()
    fields: dict[str, frozenset[str]] = field(default_factory=dict)

    def clean(self, text: str) -> str:
        """The text without the person's words."""
        for word in sorted({self.email, *self.words}, key=len, reverse=True):
            text = re.sub(re.escape(word), HIDDEN, text, flags=re.IGNORECASE) if word else text
        return text

    def clean_name(self, name: str, account: int | None) -> str:
        """The name of an actor, hidden when the person is meant."""
        meant = account in self.accounts or name in self.words or self.email in name.lower()
        return HIDDEN if meant else name

    def clean_data(self, data: Any, hidden: Collection[str] = ()) -> Any:
        """The details without the person's words and without any value of a personal field."""
        if isinstance(data, str):
            return self.clean(data)
        if isinstance(data, list):
            return [self.clean_data(item, hidden) for item in data]
        if isinstance(data, dict):
            return {
                self.clean(key): hide(value) if key in hidden else self.clean_data(value, hidden)
                for key, value in data.items()
            }
        return data


def hide(value: Any) -> Any:
    """The same shape with nothing in it."""
    if isinstance(value, list):
        return [hide(item) for item in value]
    if isinstance(value, dict):
        return {key: hide(item) for key, item in value.items()}
    return HIDDEN
