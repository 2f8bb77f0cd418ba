"""What people ask for: told by apps above (advice), so that the library sees what it does not answer yet.

An app fills `demands` from its own `slots.py`. Numbers below five stay in the house that counted them
(docs/decisions/0021): a filling leaves such groups out.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from deele.core.registry import Registry

SMALLEST = 5


@dataclass(frozen=True)
class Demand:
    """Questions of one topic, and of one district where enough came from it."""

    topic: str
    topic_title: str
    number: int
    district: str = ""
    unanswered: int | None = None


class DemandSource(Protocol):
    """An app that hears questions."""

    key: str

    def topics(self) -> list[tuple[str, Any]]:
        """The topics it sorts by, with their words."""
        ...

    def asked(self, today: date) -> list[Demand]:
        """What was asked within a year and answered with empty hands; no group below SMALLEST."""
        ...


class Demands(Registry[DemandSource]):
    """All that hear questions."""

    def topics(self) -> list[tuple[str, Any]]:
        """The topics of all of them."""
        return [topic for source in self for topic in source.topics()]

    def asked(self, today: date) -> list[Demand]:
        """What all of them heard, the most frequent first."""
        found = [demand for source in self for demand in source.asked(today) if demand.number >= SMALLEST]
        return sorted(found, key=lambda one: (-one.number, one.topic, one.district))


demands = Demands()
