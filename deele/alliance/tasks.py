"""What time does to members: profiles are asked about, leavers forgotten; passages are found again and matched."""

from datetime import datetime, timedelta

from deele.alliance.actions import digests, forgetting, introducing, marks, matching, reviewing
from deele.alliance.queries import due, matches
from deele.alliance.queries import marks as profiles
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


def look_at_texts(now: datetime) -> None:
    """A net below what changes texts: passages of profiles that changed these days are found again."""
    for profile in profiles.changed(now):
        if jobs.stopping():
            return
        marks.text_changed(profile=profile, now=now)


def send_digests(now: datetime) -> None:
    """The weekly mails that are still to be sent; on all days but Monday there is nothing to do."""
    digests.send_due(now=now)


def send_urgent(now: datetime) -> None:
    """What is assigned to somebody, at once."""
    digests.send_urgent(now=now)


jobs.periodic("alliance.profiles", timedelta(hours=6), ask_about_profiles)
jobs.periodic("alliance.forget", timedelta(hours=24), forget)
jobs.periodic("alliance.texts", timedelta(hours=24), look_at_texts)
jobs.periodic("alliance.match", timedelta(hours=24), match)
jobs.periodic("alliance.match-outcomes", timedelta(hours=6), ask_outcomes)
jobs.periodic("alliance.digests", timedelta(minutes=15), send_digests)
jobs.periodic("alliance.urgent", timedelta(minutes=1), send_urgent, wanted=digests.has_urgent)
