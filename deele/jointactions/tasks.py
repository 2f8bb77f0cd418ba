"""What time does to joint actions: drafts nobody came back to are deleted."""

from datetime import datetime, timedelta

from deele.core import jobs
from deele.jointactions.actions import sending


def forget_drafts(now: datetime) -> None:
    """Delete old drafts with their photos."""
    sending.forget_drafts(now=now)


jobs.periodic("jointactions.drafts", timedelta(hours=24), forget_drafts)
