"""When an enquiry is answered, who answers it, and which moves are allowed. No database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

import holidays

from deele.advice.enums import EnquiryState as State

# The keys of the states in the official register, and how the calendar of holidays calls them.
STATES = {
    "01": "SH", "02": "HH", "03": "NI", "04": "HB", "05": "NW", "06": "HE", "07": "RP", "08": "BW", "09": "BY",
    "10": "SL", "11": "BE", "12": "BB", "13": "MV", "14": "SN", "15": "ST", "16": "TH",
}  # fmt: skip
KEEP_DAYS = 180  # how long the words of an enquiry stay after its end
ENDS = frozenset({State.ANSWERED, State.PASSED_ON, State.NO_ADVICE, State.WITHDRAWN})
MOVES: dict[str, frozenset[str]] = {
    State.NEW: ENDS | {State.ACCEPTED, State.CLIENT, State.OTHERS},
    State.ACCEPTED: ENDS | {State.CLIENT, State.OTHERS},
    State.CLIENT: ENDS | {State.ACCEPTED, State.OTHERS},
    State.OTHERS: ENDS | {State.ACCEPTED, State.CLIENT},
    State.ANSWERED: frozenset({State.ACCEPTED}),
    State.PASSED_ON: frozenset({State.ACCEPTED}),
    State.NO_ADVICE: frozenset({State.ACCEPTED}),
    State.WITHDRAWN: frozenset(),
}


def may_move(before: str, after: str) -> bool:
    """Whether an enquiry may go from one state to the other."""
    return after in MOVES[before]


@cache
def calendar(state_key: str) -> Any:
    """The public holidays of a state, by its key in the register; the nation-wide ones for a key nobody knows."""
    return holidays.country_holidays("DE", subdiv=STATES.get(state_key))


def is_working_day(day: date, state_key: str) -> bool:
    """Neither a weekend nor a public holiday of the state."""
    return day.weekday() < 5 and day not in calendar(state_key)


def after_working_days(start: date, days: int, state_key: str) -> date:
    """The day that is so many working days after `start`; what comes on a day off counts from the next working day."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day, state_key)
    return day


def working_days_between(start: date, end: date, state_key: str) -> int:
    """How many working days lie after `start` up to `end`; 0 on the same day."""
    days = (end - start).days
    return sum(is_working_day(start + timedelta(days=number), state_key) for number in range(1, days + 1))


@dataclass(frozen=True)
class Rule:
    """A responsibility as values: `place_key` is the key of a state, region, district or municipality, or empty."""

    pk: int
    topic: str
    place_key: str


def responsible(rules: Iterable[Rule], topic: str, place_keys: Iterable[str]) -> int | None:
    """The rule that fits most narrowly: place before topic, a small place before a large one. None where none fits.

    `place_keys` are the place and all it lies in, the widest first.
    """
    widths = {key: number for number, key in enumerate(place_keys, start=1)}
    fitting = [
        ((widths.get(rule.place_key, 0), bool(rule.topic), -rule.pk), rule.pk)
        for rule in rules
        if (not rule.topic or rule.topic == topic) and (not rule.place_key or rule.place_key in widths)
    ]
    return max(fitting)[1] if fitting else None
