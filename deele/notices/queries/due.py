"""What is due today."""

from datetime import date, datetime, timedelta

from django.db.models import Q
from django.db.models.functions import Mod

from deele.notices.enums import ProposalState, State
from deele.notices.models import Notice, Proposal
from deele.notices.rules import moves

OUTCOME_AFTER = timedelta(days=28)


def notices(today: date, limit: int) -> list[Notice]:
    """Notices to ask, and notices that run out. By the index of state and day."""
    short = Q(kind__in=moves.short_kinds())
    ask = Q(short, expires_on__lte=today + moves.ASK_BEFORE_SHORT) | Q(~short, expires_on__lte=today + moves.ASK_BEFORE)
    due = Q(ask, state=State.ACTIVE) | Q(state__in=[State.RENEWAL, State.PAUSED], expires_on__lt=today)
    return list(Notice.objects.filter(due).order_by("expires_on", "pk")[:limit])


def to_match(today: date) -> list[Notice]:
    """A seventh of what takes part, another one each day of the week.

    A notice is compared with all others when it comes or changes; this finds again what was crowded out then.
    """
    rows = Notice.objects.live().alias(part=Mod("pk", 7)).filter(part=today.toordinal() % 7)
    return list(rows.order_by("pk"))


def outcomes(now: datetime, limit: int) -> list[Proposal]:
    """Introductions of some weeks ago that nobody asked about yet."""
    rows = Proposal.objects.filter(state=ProposalState.INTRODUCED, outcome_asked_at=None, outcome="")
    return list(rows.filter(introduced_at__lte=now - OUTCOME_AFTER).order_by("introduced_at")[:limit])
