"""Once a day: proofs of grants that come due."""

from datetime import datetime, timedelta

from django.utils import timezone

from deele.accompaniment.actions import proofs
from deele.accompaniment.queries import applications as queries
from deele.core import jobs


def remind(now: datetime) -> None:
    """Each proof whose reminder is due; what was sent is not sent again."""
    for due in queries.to_remind(timezone.localdate(now)):
        if jobs.stopping():
            return
        proofs.remind(due=due, now=now)


jobs.periodic("accompaniment.proofs", timedelta(days=1), remind)
