"""What time does to good examples: every two years their contact is asked what has become of them."""

from datetime import datetime, timedelta

from django.utils import timezone

from deele.core import jobs
from deele.library.actions import follow_ups
from deele.library.queries import due_examples

BATCH = 50


def ask(now: datetime) -> None:
    """Ask for every example whose day has come; one that lost its contact meanwhile waits for the office."""
    for example in due_examples.to_ask(timezone.localdate(now), BATCH):
        if jobs.stopping():
            return
        try:
            follow_ups.ask(example=example, by=None, now=now)
        except follow_ups.NobodyToAsk:
            continue


jobs.periodic("library.follow-ups", timedelta(hours=24), ask)
