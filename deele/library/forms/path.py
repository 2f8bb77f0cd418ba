"""The five answers of the start path, read from the address; nothing in it is an error and nothing is stored."""

from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from deele.library.enums.path import AtTable, Have, Press, When
from deele.library.queries.words import size_of_place
from deele.library.rules.path import Answers
from deele.places import queries as places
from deele.places.models import Place

MAX_TEXT = 120


@dataclass
class Asked:
    """What was answered, understood as far as possible."""

    answers: Answers = field(default_factory=Answers)
    place_text: str = ""
    place: Place | None = None
    candidates: list[Any] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_answered(self) -> bool:
        """Whether there is enough to show something: the place, or what presses."""
        return self.place is not None or bool(self.answers.press)


def understand(data: QueryDict) -> Asked:
    """Read the five answers."""
    asked = Asked(place_text=data.get("ort", "").replace("\0", "").strip()[:MAX_TEXT])
    if asked.place_text:
        asked.place = places.by_key(asked.place_text) or places.exactly(asked.place_text)
    if asked.place_text and asked.place is None:
        asked.candidates = places.find(asked.place_text, limit=8)
        if not asked.candidates:
            asked.notes.append(_("We do not know this place. Please check the spelling, or write the postcode."))
    asked.answers = Answers(
        size=size_of_place(asked.place), press=one_of(data, "druck", Press), have=some_of(data, "da", Have),
        table=some_of(data, "tisch", AtTable), when=one_of(data, "zeit", When),
    )  # fmt: skip
    return asked


def one_of(data: QueryDict, name: str, choices: Any) -> str:
    """An answer of a list; what is not in it counts as none."""
    value = data.get(name, "")
    return value if value in choices.values else ""


def some_of(data: QueryDict, name: str, choices: Any) -> frozenset[str]:
    """Several of a list."""
    return frozenset(value for value in data.getlist(name)[:20] if value in choices.values)
