"""What time does to members: profiles are asked about, private people who left are forgotten."""

from datetime import datetime, timedelta

from deele.alliance.actions import forgetting, reviewing
from deele.alliance.queries import due
from deele.core import jobs

BATCH = 200


def ask_about_profiles(now: datetime) -> None:
    """Whose profile is a year old, and who has not answered."""
    for profile in due.to_ask(now, BATCH):
        if jobs.stopping():
            return
        reviewing.ask(profile=profile, now=now)


def forget(now: datetime) -> None:
    """Private people who left three years ago."""
    forgetting.forget_due(now=now)


jobs.periodic("alliance.profiles", timedelta(hours=6), ask_about_profiles)
jobs.periodic("alliance.forget", timedelta(hours=24), forget)
