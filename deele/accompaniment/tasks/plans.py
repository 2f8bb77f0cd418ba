"""What accompaniment does by itself."""

from datetime import datetime, timedelta

from deele.accompaniment.actions import reminding
from deele.core import jobs


def remind(now: datetime) -> None:
    """Tell advisers of the plans that have gone quiet."""
    reminding.remind(now=now)


jobs.periodic("accompaniment.remind", timedelta(hours=24), remind)
