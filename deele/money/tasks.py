"""What is due with money: papers of new documents, reminders of carriers that let them go without asking."""

from datetime import datetime, timedelta

from django.utils import timezone

from deele.core.jobs import periodic
from deele.money.actions import drawing, dunning


def draw(now: datetime) -> None:
    """At once after a number was taken."""
    drawing.draw_waiting(timezone.now)


def remind(now: datetime) -> None:
    """Once a day."""
    dunning.run(now=now)


periodic("money.papers", timedelta(seconds=1), draw, wanted=drawing.wanted)
periodic("money.reminders", timedelta(hours=24), remind)
