"""Grants begin and end by date; the CMS learns of it once a day (its door asks the grants at every request)."""

from datetime import datetime, timedelta

from deele.access.actions import cms
from deele.core import jobs


def run(now: datetime) -> None:
    """Bring the group of editors in line with the grants."""
    cms.sync_all()


jobs.periodic("access.sync", timedelta(days=1), run)
