"""Proposing notices to each other."""

from datetime import datetime

from django.db import transaction

from deele.audit import actions as audit
from deele.notices import enums
from deele.notices.enums import ProposalState
from deele.notices.models import Notice, Proposal
from deele.notices.queries import candidates, words
from deele.notices.rules.matching import Judgement


@transaction.atomic
def propose(*, notice: Notice, now: datetime) -> int:
    """Write down what fits best and was never proposed before; returns how many. Tells nobody by mail."""
    if not notice.is_live:
        return 0
    rows = [row(notice, other, judgement, now) for other, judgement in candidates.best(notice)]
    rows.sort(key=lambda one: (one.first_id, one.second_id))
    Proposal.objects.bulk_create(rows, ignore_conflicts=True)  # two at once propose the same pair: one row
    if rows:
        audit.record(enums.PROPOSED, by=None, about=notice, now=now, data={"count": len(rows)})
    return len(rows)


def row(notice: Notice, other: Notice, judgement: Judgement, now: datetime) -> Proposal:
    """One proposal, the older notice first."""
    first, second = sorted((notice.pk, other.pk))
    return Proposal(
        first_id=first,
        second_id=second,
        rank=judgement.rank,
        reasons=[words.stored(reason) for reason in judgement.reasons],
        proposed_at=now,
    )


@transaction.atomic
def renew(*, notice: Notice, now: datetime) -> int:
    """What was proposed and touched by nobody is judged anew, since the notice says something else now."""
    untouched = Proposal.objects.of(notice).open().filter(first_answer="", second_answer="", asked_at=None)
    untouched.delete()
    return propose(notice=notice, now=now)


def drop(notice: Notice) -> None:
    """The notice takes part no more: what is still open becomes impossible."""
    Proposal.objects.of(notice).open().update(state=ProposalState.VOID)
