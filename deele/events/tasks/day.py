"""Reminders before an event, thanks after it."""

from datetime import datetime, timedelta

from deele.core.jobs import periodic, stopping
from deele.events.actions import around
from deele.mail import queries as mail

PORTION = 200


def reminders(now: datetime) -> None:
    """Remind those whose event is near; each in a transaction of its own. Nobody while mail is stopped."""
    if mail.is_muted():
        return
    for pk in list(around.to_remind(now).order_by("pk").values_list("pk", flat=True)[:PORTION]):
        if stopping():
            return
        around.remind(pk=pk, now=now)


def thanks(now: datetime) -> None:
    """Thank those who were there, and ask them. Nobody while mail is stopped."""
    if mail.is_muted():
        return
    for pk in list(around.to_thank(now).order_by("pk").values_list("pk", flat=True)[:PORTION]):
        if stopping():
            return
        around.follow_up(pk=pk, now=now)


periodic("events.reminders", timedelta(minutes=30), reminders, wanted=lambda now: around.to_remind(now).exists())
periodic("events.thanks", timedelta(minutes=30), thanks, wanted=lambda now: around.to_thank(now).exists())
