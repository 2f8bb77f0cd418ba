"""Links: gathered every day; other sites are asked only where the settings allow it."""

from datetime import datetime, timedelta

from django.conf import settings

from deele.core import jobs
from deele.library.actions import links
from deele.library.readers import outside


def gather(now: datetime) -> None:
    """Which links stand where. Asks nobody."""
    links.gather()


def check(now: datetime) -> None:
    """Ask what is due; slowly, and never more than a few hundred."""
    links.check_due(now=now, ask=outside.ask, wait=jobs.wait, stopping=jobs.stopping)


def allowed(now: datetime) -> bool:
    """Whether this house may ask other sites."""
    return bool(settings.DEELE_CHECK_LINKS)


jobs.periodic("library.links-gather", timedelta(days=1), gather)
jobs.periodic("library.links-check", timedelta(hours=6), check, wanted=allowed)
