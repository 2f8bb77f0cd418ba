"""When the person behind something sent in is erased: it is withdrawn with them."""

from datetime import datetime

from django.db import transaction

from deele.jointactions.actions import sending
from deele.jointactions.enums import Standing
from deele.jointactions.models import Submission


@transaction.atomic
def end(*, pks: list[int], now: datetime) -> int:
    """Withdraw these emptied submissions; returns how many."""
    rows = list(Submission.objects.filter(pk__in=pks, email="").exclude(standing=Standing.WITHDRAWN))
    for submission in rows:
        sending.withdraw(submission=submission, now=now)
    return len(rows)
