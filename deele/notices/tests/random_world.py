"""Notices of a random world, for the property tests of all measures."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from deele.notices.enums import Answer, KindKey, Outcome, ProposalState, State
from deele.notices.models import Notice, Proposal


def fill(rng: Random, areas: Any, places: Any, since: date, until: date) -> None:
    """Notices in and around the period: some found through us, some deleted since, some introduced."""
    made = Notice.objects.bulk_create(a_notice(rng, number, since, until) for number in range(30))
    pairs = list(zip(made[::2], made[1::2], strict=True))
    Proposal.objects.bulk_create(a_pair(rng, one.pk, other.pk, since, until) for one, other in pairs)


def a_day(rng: Random, since: date, until: date) -> date:
    """In the period or a month around it."""
    return since + timedelta(days=rng.randint(-30, (until - since).days + 30))


def noon(day: date) -> datetime:
    """A moment of a day."""
    return datetime.combine(day, time(12), tzinfo=UTC)


def a_notice(rng: Random, number: int, since: date, until: date) -> Notice:
    """One that ended, found through us or not, perhaps deleted since."""
    began = a_day(rng, since, until)
    return Notice(
        kind=rng.choice(KindKey.values), title=f"Muster {number}", contact_email=f"m{number}@example.org",
        state=rng.choice([State.FULFILLED, State.WITHDRAWN]), state_since=noon(began), public_since=noon(began),
        ended_on=began + timedelta(days=rng.randint(0, 60)), through_us=rng.choice([True, False, None]),
    )  # fmt: skip


def a_pair(rng: Random, first: int, second: int, since: date, until: date) -> Proposal:
    """Introduced, or declined."""
    met = rng.random() < 0.6
    when = noon(a_day(rng, since, until))
    return Proposal(
        first_id=first, second_id=second, proposed_at=when,
        state=ProposalState.INTRODUCED if met else ProposalState.DECLINED, introduced_at=when if met else None,
        first_answer=Answer.YES if met else "", second_answer=Answer.YES if met else Answer.NO,
        outcome=rng.choice(["", *Outcome.values]) if met else "",
    )  # fmt: skip
