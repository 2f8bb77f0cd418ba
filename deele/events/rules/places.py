"""Places: hints derived from counting, fees for cancelling, how long an offer holds."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NEARLY_FULL = 0.2  # of the places (domain §9.5: at most 20 % left)
FEW = 5
SHORTEST_OFFER = timedelta(hours=2)
BEFORE_START = timedelta(hours=12)  # later than that the office rings people up
MINIMUM_ALARM = timedelta(days=14)


@dataclass(frozen=True)
class Room:
    """Places of an event or an extra. `capacity` None is without limit."""

    capacity: int | None
    taken: int = 0
    waiting: int = 0
    offered: int = 0

    @property
    def free(self) -> int | None:
        """Places nobody holds, None without limit; never below zero, even where it was overbooked by hand."""
        return None if self.capacity is None else max(0, self.capacity - self.taken)

    @property
    def is_full(self) -> bool:
        """Whether nobody more fits."""
        return self.free == 0

    def with_more(self, people: int) -> "Room":
        """The same after so many more have taken a place."""
        return replace(self, taken=self.taken + people)

    def fits(self, people: int) -> bool:
        """Whether so many more fit together."""
        return self.free is None or people <= self.free


class Hint(StrEnum):
    """What a reader should know of the places."""

    FREE = "frei"
    NEARLY_FULL = "fast_ausgebucht"
    FEW = "wenige_plaetze"
    FULL = "ausgebucht"
    WAITING_LIST = "warteliste"


HINT_WORDS: dict[Hint, Promise] = {
    Hint.FREE: _("places free"),
    Hint.NEARLY_FULL: _("nearly booked out"),
    Hint.FEW: _("few places left"),
    Hint.FULL: _("booked out"),
    Hint.WAITING_LIST: _("booked out, waiting list"),
}


def hint(room: Room, *, has_waiting_list: bool) -> Hint:
    """What the numbers say. "Few" speaks of single seats, "nearly booked out" of a share."""
    if room.free is None or room.capacity is None:
        return Hint.FREE
    if room.free == 0:
        return Hint.WAITING_LIST if has_waiting_list else Hint.FULL
    if room.free <= min(FEW, max(1, room.capacity // 4)):
        return Hint.FEW
    return Hint.NEARLY_FULL if room.free <= room.capacity * NEARLY_FULL else Hint.FREE


def minimum_missing(room: Room, minimum: int | None) -> int:
    """How many people are missing for the event to take place; 0 when it is safe."""
    return max(0, (minimum or 0) - room.taken)


def cancel_fee(total_cents: int, *, percent: int, free_until: datetime | None, now: datetime) -> int:
    """What cancelling costs now, in whole cents, rounded down in favour of the person."""
    if not percent or free_until is None or now <= free_until:
        return 0
    return total_cents * percent // 100


def offer_ends(now: datetime, *, hours: int, starts_at: datetime | None) -> datetime | None:
    """Until when an offered place is held. None when it is too short before the event for mails.

    Hours are counted in UTC: an offer over the night of a clock change is neither longer nor shorter.
    """
    wanted = now.astimezone(UTC) + timedelta(hours=hours)
    if starts_at is None:
        return wanted
    latest = starts_at.astimezone(UTC) - BEFORE_START
    if latest - now < SHORTEST_OFFER:
        return None
    return min(wanted, latest)


def comes_first(*, priority: str, is_resident: bool) -> int:
    """Sort key of the waiting list before the time of arrival: 0 before 1."""
    return 0 if priority == "offen" or is_resident else 1
