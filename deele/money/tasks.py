"""What is due with money: reminders of carriers that let them go without asking."""

from datetime import datetime, timedelta

from deele.core.jobs import periodic
from deele.money.actions import dunning


def remind(now: datetime) -> None:
    """Once a day."""
    dunning.run(now=now)


periodic("money.reminders", timedelta(hours=24), remind)
