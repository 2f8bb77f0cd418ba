"""What time does to notices: ask, let run out, forget drafts, look for what fits, ask what came of it."""

from datetime import datetime, timedelta

from django.utils import timezone

from deele.core import jobs
from deele.notices.actions import introducing, life, matching, submitting
from deele.notices.queries import due

BATCH = 200


def pass_time(now: datetime) -> None:
    """One step for every notice that is due."""
    for notice in due.notices(timezone.localdate(now), BATCH):
        if jobs.stopping():
            return
        life.pass_time(notice=notice, now=now)


def forget_drafts(now: datetime) -> None:
    """Delete what was handed in and never proven."""
    submitting.forget_drafts(now=now)


def match(now: datetime) -> None:
    """Look again for what fits, each notice once a week."""
    for notice in due.to_match(timezone.localdate(now)):
        if jobs.stopping():
            return
        matching.propose(notice=notice, now=now)


def ask_outcomes(now: datetime) -> None:
    """Some weeks after an introduction."""
    for proposal in due.outcomes(now, BATCH):
        if jobs.stopping():
            return
        introducing.ask_outcome(proposal=proposal, now=now)


jobs.periodic("notices.time", timedelta(hours=1), pass_time)
jobs.periodic("notices.drafts", timedelta(hours=24), forget_drafts)
jobs.periodic("notices.match", timedelta(hours=24), match)
jobs.periodic("notices.outcomes", timedelta(hours=6), ask_outcomes)
