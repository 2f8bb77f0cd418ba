"""Why two things resemble each other, in plain words. Kept as keys, spoken in the language of whoever reads."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext

from deele.likeness.rules.overlap import relations
from deele.likeness.rules.overlap.sides import Side
from deele.likeness.rules.overlap.words import Rarity, shared

MOST_WORDS = 4
TITLES_ALIKE = 0.5
Namer = Callable[[str, list[str]], list[str]]


class Reason(NamedTuple):
    """What both have in common, or what parts them: a word for it and its values (keys of themes, places, stems)."""

    key: str
    values: list[str]

    @property
    def parts(self) -> bool:
        """Whether it speaks against an overlap."""
        return self.key in PARTING


PARTING = ("place-far", "place-region", "time-apart", "groups-other", "themes-none")


def reasons(one: Side, other: Side, told: dict[str, str], title: float, rarity: Rarity) -> tuple[Reason, ...]:
    """What speaks for it first, what parts them last."""
    found = [
        *of_words(one, other, title, rarity),
        *of_themes(one, other, told["themes"]),
        *of_groups(one, other, told["groups"]),
        *of_place(one, other, told["place"]),
        *of_time(one, other, told["time"]),
        *([Reason("thin", [])] if one.is_thin or other.is_thin else []),
        *([Reason("repeat", [])] if relations.is_repeat(one, other) else []),
    ]
    return tuple(sorted(found, key=lambda reason: reason.parts))


def of_words(one: Side, other: Side, title: float, rarity: Rarity) -> list[Reason]:
    """The titles, and the rare words both hold; words as they were written are found again by their stems."""
    found = []
    if one.title == other.title and one.title:
        found.append(Reason("title-same", []))
    elif title >= TITLES_ALIKE:
        found.append(Reason("title-alike", []))
    words = shared(one.every, other.every, rarity)[:MOST_WORDS]
    return [*found, Reason("words", list(words))] if words else found


def of_themes(one: Side, other: Side, told: str) -> list[Reason]:
    """Themes in common."""
    if told in ("most", "some"):
        return [Reason("themes", sorted(one.about & other.about))]
    return [Reason("themes-none", [])] if told == "none" else []


def of_groups(one: Side, other: Side, told: str) -> list[Reason]:
    """Target groups in common."""
    if told == "shared":
        return [Reason("groups", sorted(one.groups & other.groups - {relations.EVERYBODY}))]
    return [Reason("groups-other", [])] if told == "other" else []


def of_place(one: Side, other: Side, told: str) -> list[Reason]:
    """The narrowest place both lie in, or how they are apart."""
    if told in ("same", "within", "district"):
        common = [key for key in one.place_keys if key in other.place_keys]
        return [Reason("place", [max(common, key=len)])] if common else []
    keyed = {"wide": "place-wide", "far": "place-far", "region": "place-region", "reached": "place-reached"}
    return [Reason(keyed[told], [])] if told in keyed else []


def of_time(one: Side, other: Side, told: str) -> list[Reason]:
    """The month of the later one, or how far they are apart."""
    if one.begins is None or other.begins is None:
        return []
    later = max(one.begins, other.begins)
    keyed = {"meet": "time-meet", "near": "time-near", "weeks": "time-weeks", "apart": "time-apart"}
    return [Reason(keyed[told], [later.isoformat()])] if told in keyed else []


def say(reason: Reason, names: Namer) -> str:
    """One reason as a sentence. `names` turns keys of "themes", "groups", "places", "words" and "day" into words."""
    kind = {"themes": "themes", "groups": "groups", "place": "places", "words": "words"}.get(reason.key, "day")
    values = ", ".join(names(kind, reason.values))
    return sentence(reason.key) % {"values": values}


def sentence(key: str) -> str:
    """The sentence of a key."""
    return {
        "title-same": gettext("The titles say the same"),
        "title-alike": gettext("The titles are alike"),
        "words": gettext("Common words: %(values)s"),
        "themes": gettext("Both on: %(values)s"),
        "themes-none": gettext("Other themes"),
        "groups": gettext("Both for: %(values)s"),
        "groups-other": gettext("For other people"),
        "place": gettext("Both here: %(values)s"),
        "place-wide": gettext("Both for the whole state"),
        "place-reached": gettext("One of them is for the whole state"),
        "place-region": gettext("In the same region, but not near each other"),
        "place-far": gettext("In other parts of the country"),
        "time-meet": gettext("At the same time: %(values)s"),
        "time-near": gettext("Within two weeks: %(values)s"),
        "time-weeks": gettext("A few weeks apart: %(values)s"),
        "time-apart": gettext("At quite another time"),
        "repeat": gettext("Another round of the same thing"),
        "thin": gettext("Too little is known: only the titles were compared"),
    }[key]


def month(iso: str) -> str:
    """A month in words, from a day as it is kept."""
    return date_format(date.fromisoformat(iso), pgettext("month and year", "F Y"))
