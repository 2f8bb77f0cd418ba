"""How many copies may leave now. One instant per limit says until when it is used up; no lists, no counting.

A limit of P a minute gives every copy 60/P seconds. Copies may run ahead of the clock by a twentieth of a minute, so
no minute ever holds more than P + 5 %.
"""

from datetime import datetime, timedelta

MINUTE = timedelta(minutes=1)
AHEAD = MINUTE / 20
BATCH = 50  # copies claimed at first; where they leave faster than a turn lasts, more next time
LEAST, MOST = 10, 250  # so many at most are doubtful when a worker dies and its notebook is lost
TURN = timedelta(seconds=1)  # a batch begins no copy later than this: then everything is looked at again
LEASE = timedelta(minutes=10)  # far longer than a turn and the slowest copy that a mail server may still answer
SLICE = timedelta(seconds=10)  # then other short jobs have their turn
ATTEMPTS = 12  # with doubling pauses nearly three days
OVERDUE = timedelta(hours=6)  # a scheduled issue later than this waits for a person


def room(limit: int, until: datetime | None, now: datetime) -> int:
    """How many may leave now under a limit per minute that is used up until then; 0 as limit means no limit."""
    if not limit:
        return MOST
    step = MINUTE / limit
    used = max(until or now, now)
    return max(int((now + AHEAD - used) / step), 1 if used <= now else 0)


def full_from(limit: int, now: datetime) -> datetime:
    """Who is used up until later than this has no room now."""
    return now + max(AHEAD - MINUTE / limit, timedelta(0))


def used(limit: int, until: datetime | None, now: datetime, count: int) -> datetime:
    """Until when the limit is used up after so many more."""
    return max(until or now, now) + count * (MINUTE / limit)


def refunded(limit: int, until: datetime, count: int) -> datetime:
    """Until when the limit is used up after so many of the claimed did not leave."""
    return until - count * (MINUTE / limit)


def next_size(size: int, taken: timedelta) -> int:
    """How many copies to claim next, when this many took so long: as many as leave within about half a turn."""
    if taken > TURN:
        return max(size // 2, LEAST)
    return min(size * 2, MOST) if taken < TURN / 4 else size


def pause(attempts: int) -> timedelta:
    """How long a copy waits after so many tries that were put off: 5, 10, 20 … minutes, at most 12 hours."""
    return min(timedelta(minutes=5) * 2 ** max(attempts - 1, 0), timedelta(hours=12))
