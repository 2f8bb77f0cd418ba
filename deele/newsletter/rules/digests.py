"""The overview of what is new in one's own district and topics: when it is due, and what stands in whose."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from deele.mail.kinds import Piece
from deele.newsletter.enums import Rhythm

AT = time(9)  # in the office, so that somebody is there when people answer
TUESDAY = 1  # not on the day everybody's mailbox is full
OVERDUE = timedelta(hours=6)  # later than that it waits for a person: the house was away, or is a restored backup
LOOKS_BACK = timedelta(days=92)  # no further, however long somebody's pause was
LOOKS_AHEAD = timedelta(days=56)  # events of the next eight weeks
POOL = 1000  # records looked at of each source
IN_FULL = 8  # pieces of a section with their text; further ones are a line each
AT_MOST = 40  # pieces of a section; whoever names a whole state and no topic still gets a mail one can read
NAMED = 4  # regions and topics in a heading
TEXT = 280  # letters of a piece's text


@dataclass(frozen=True)
class Reader:
    """What one person wants to read about: keys of regions and of all above them, themes, areas of work."""

    regions: frozenset[str] = frozenset()
    above: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()


def begins(rhythm: str, now: datetime) -> datetime:
    """When the present overview was or is due, the latest moment not after `now` (local time): a Tuesday at nine.

    Monthly: the first Tuesday of the month.
    """
    day = now.date() - timedelta(days=(now.weekday() - TUESDAY) % 7)
    if day == now.date() and now.time() < AT:
        day -= timedelta(days=7)
    if rhythm == Rhythm.MONTHLY:
        while day.day > 7:
            day -= timedelta(days=7)
    return datetime.combine(day, AT, tzinfo=now.tzinfo)


def is_overdue(begin: datetime, decided: datetime | None, now: datetime) -> bool:
    """Whether it is too late to go out by itself, after its time or after a person's word."""
    return now - max(begin, decided or begin) > OVERDUE


def since(told_until: datetime | None, begin: datetime, rhythm: str) -> datetime:
    """From when on things are new to somebody; who was never told anything hears of one month or week."""
    length = timedelta(days=7 if rhythm == Rhythm.WEEKLY else 31)
    return max(told_until or begin - length, begin - LOOKS_BACK)


def fits(piece: Piece, reader: Reader) -> bool:
    """Whether a piece is about the reader's places and topics."""
    return is_near(piece, reader) and is_on_topic(piece, reader)


def is_near(piece: Piece, reader: Reader) -> bool:
    """In one of the regions, or of something that contains one: what is for the whole state is for all its districts.

    A piece without a place is for everybody, and a reader without a region hears of all places.
    """
    if not reader.regions or not piece.place_keys:
        return True
    return not reader.regions.isdisjoint(piece.place_keys) or piece.place_keys[0] in reader.above


def is_on_topic(piece: Piece, reader: Reader) -> bool:
    """On one of the themes, of one of the areas; whoever ticked none hears of all.

    A piece nobody gave a theme comes to those who live there, since it is better to read one line too many there.
    """
    if not reader.topics or not reader.topics.isdisjoint(piece.topics) or piece.area_key in reader.areas:
        return True
    return not piece.topics and not reader.regions.isdisjoint(piece.place_keys)


def chosen(pieces: Iterable[Piece], reader: Reader, told: set[str]) -> list[Piece]:
    """The pieces for a reader, each once in a lifetime. Adds what it takes to `told`."""
    found = [piece for piece in pieces if piece.ref not in told and fits(piece, reader)]
    told.update(piece.ref for piece in found)
    return found


def named(regions: Iterable[Any], topics: Iterable[Any]) -> list[str]:
    """Regions and topics in words, as many as fit into a heading."""
    words = [*(str(region) for region in regions), *(str(topic) for topic in topics)]
    return words if len(words) <= NAMED else [*words[: NAMED - 1], f"+ {len(words) - NAMED + 1}"]
