"""What time does to marked passages and matches."""

from datetime import datetime, timedelta

from deele.alliance.actions import introducing, matching
from deele.alliance.queries import matches
from deele.core import jobs

BATCH = 200


def match(now: datetime) -> None:
    """Look again for what fits, each passage once a week."""
    for mark in matches.to_match(now):
        if jobs.stopping():
            return
        matching.look(mark=mark, now=now)


def ask_outcomes(now: datetime) -> None:
    """Three months after both said yes."""
    for found in matches.outcomes_due(now, BATCH):
        if jobs.stopping():
            return
        introducing.ask_outcome(match=found, now=now)


jobs.periodic("alliance.match", timedelta(hours=24), match)
jobs.periodic("alliance.match-outcomes", timedelta(hours=6), ask_outcomes)
