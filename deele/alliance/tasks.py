"""What is due in the alliance."""

from datetime import datetime, timedelta

from deele.alliance.actions import digests
from deele.core import jobs


def send_digests(now: datetime) -> None:
    """The weekly mails that are still to be sent; on all days but Monday there is nothing to do."""
    digests.send_due(now=now)


def send_urgent(now: datetime) -> None:
    """What is assigned to somebody, at once."""
    digests.send_urgent(now=now)


jobs.periodic("alliance.digests", timedelta(minutes=15), send_digests)
jobs.periodic("alliance.urgent", timedelta(minutes=1), send_urgent, wanted=digests.has_urgent)
