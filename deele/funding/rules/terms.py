"""What a programme says, as values to compare: which fields are terms, and what a new version changed. No database."""

from dataclasses import dataclass
from typing import Any

# A change of these is a change of the programme, not of our words about it: it takes a new version. What a programme is
# found under (`purposes`) is our own sorting and no term.
TERMS = (
    "giver", "region", "place", "supports", "quota", "quota_special", "quota_special_for", "amount_min",
    "amount_max", "term_months", "applicants", "excluded", "valid_from",
)  # fmt: skip


@dataclass(frozen=True)
class Change:
    """A field that differs, with both values as stored."""

    name: str
    before: Any
    after: Any


def differences(before: Any, after: Any, names: tuple[str, ...] = TERMS) -> list[Change]:
    """The terms in which two versions differ, in the order of the list; lists are compared without their order."""
    found = []
    for name in names:
        old, new = value_of(before, name), value_of(after, name)
        if old != new:
            found.append(Change(name, old, new))
    return found


def value_of(version: Any, name: str) -> Any:
    """A value as it is compared; an object or a dictionary gives it."""
    value = version.get(name) if isinstance(version, dict) else getattr(version, name)
    if isinstance(value, list | tuple):
        return sorted(value)
    return None if value == "" else value
