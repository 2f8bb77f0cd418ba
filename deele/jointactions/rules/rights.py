"""What a submission still lacks before it may be handed in or taken.

Photos need the right of whoever made them (§ 31 UrhG), and of everybody who can be recognised (§ 22 KUG); for people
under eighteen their parents decide. A call says which uses it cannot do without; all others are a gift.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from deele.jointactions.enums import MINORS_FINE, OWN, PEOPLE_FINE, Accepts, People


class Lack(StrEnum):
    """What is missing, each with one sentence of its own (queries.words.LACKS)."""

    PHOTO = "photo"
    TEXT = "text"
    TOO_MANY = "too_many"
    SHOWN = "shown"
    CREDIT = "credit"
    MADE = "made"
    MADE_UNKNOWN = "made_unknown"
    USES = "uses"
    PEOPLE = "people"
    PEOPLE_UNASKED = "people_unasked"
    MINORS = "minors"
    MINORS_UNASKED = "minors_unasked"
    TERMS = "terms"


@dataclass(frozen=True)
class Told:
    """What was told about something sent in, without who told it."""

    has_text: bool
    photos: int
    described: int
    credit: bool
    made: str
    people: str
    minors: str
    uses: frozenset[str]
    terms: int


@dataclass(frozen=True)
class Asked:
    """What the call asks for."""

    accepts: str
    most: int
    needs: frozenset[str]
    terms: int


def lacks(told: Told, asked: Asked) -> list[Lack]:
    """Everything that is missing, in the order of the form; empty: it may be handed in."""
    return [*of_content(told, asked), *of_rights(told, asked)]


def of_content(told: Told, asked: Asked) -> Iterable[Lack]:
    """Photos and words."""
    if asked.accepts != Accepts.TEXT and not told.photos:
        yield Lack.PHOTO
    if asked.accepts != Accepts.PHOTO and not told.has_text:
        yield Lack.TEXT
    if told.photos > asked.most:
        yield Lack.TOO_MANY
    if told.described < told.photos:
        yield Lack.SHOWN


def of_rights(told: Told, asked: Asked) -> Iterable[Lack]:
    """Rights and releases. A text alone shows nobody."""
    if not told.made:
        yield Lack.MADE
    elif told.made not in OWN:
        yield Lack.MADE_UNKNOWN
    if not told.credit:
        yield Lack.CREDIT
    if not asked.needs <= told.uses:
        yield Lack.USES
    if told.photos:
        yield from of_people(told)
    if told.terms != asked.terms:
        yield Lack.TERMS


def of_people(told: Told) -> Iterable[Lack]:
    """Everybody who can be recognised agrees; parents for those under eighteen."""
    if not told.people:
        yield Lack.PEOPLE
    elif told.people not in PEOPLE_FINE:
        yield Lack.PEOPLE_UNASKED
    if told.people == People.NOBODY:
        return
    if not told.minors:
        yield Lack.MINORS
    elif told.minors not in MINORS_FINE:
        yield Lack.MINORS_UNASKED
