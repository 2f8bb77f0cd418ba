"""Who takes on what somebody leaves open, as `alliance/_duties.html` asks for it."""

from typing import Any

PREFIX = "heir-"
LONGEST = 80


def chosen(sent: Any) -> dict[str, str]:
    """Key of a duty → who gets it, where somebody chose. What it means the app of the duty checks."""
    return {
        name.removeprefix(PREFIX): value[:LONGEST] for name, value in sent.items() if name.startswith(PREFIX) and value
    }
