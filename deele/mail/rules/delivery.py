"""How a message goes on after an answer of the mail server."""

from datetime import timedelta

LEASE = timedelta(minutes=5)  # longer than any one message may take
ATTEMPTS = 18  # with the pauses below nearly five days (RFC 5321 §4.5.4.1: give up after four to five)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=2), timedelta(hours=12)


def pause(attempts: int) -> timedelta:
    """How long to wait after so many tries that were put off: 2, 4, 8 … minutes, at most 12 hours."""
    return min(FIRST_PAUSE * 2 ** max(attempts - 1, 0), LONGEST_PAUSE)
