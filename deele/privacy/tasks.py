"""The daily retention run."""

from datetime import datetime, timedelta

from deele.core import jobs
from deele.privacy.actions import retention


def run(now: datetime) -> None:
    """End what has outlived its term."""
    retention.run_retention(now=now, dry=False)


jobs.periodic("privacy.retention", timedelta(days=1), run)
