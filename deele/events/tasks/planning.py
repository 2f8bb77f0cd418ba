"""What is due while events are planned."""

from datetime import datetime, timedelta

from deele.core.jobs import periodic
from deele.events.actions import minimum


def too_few_registered(now: datetime) -> None:
    """Tell the office once of each event to which too few people come."""
    minimum.sound_all(now)


periodic("events.minimum", timedelta(hours=1), too_few_registered)
