"""When the person behind a notice is erased: the notice ends with them."""

from datetime import datetime

from django.db import transaction

from deele.notices.actions import holding, life, submitting
from deele.notices.enums import State
from deele.notices.models import Notice
from deele.notices.rules import moves


@transaction.atomic
def end(*, pks: list[int], now: datetime) -> int:
    """End what still runs of these emptied notices; returns how many."""
    rows = Notice.objects.filter(pk__in=pks, contact_email="").exclude(state=State.WITHDRAWN)
    ended = 0
    for notice in rows:
        if moves.move(notice.state, State.WITHDRAWN) and not moves.is_ended(notice.state):
            life.move(notice=notice, to=State.WITHDRAWN, by=None, now=now, house=True)
            ended += 1
        submitting.end_consents(notice, now)
        holding.forget(notice)
    return ended
