"""Introducing two sides: only after both said yes, exactly once, and asking later what came of it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.notices import enums
from deele.notices.actions import life, locking, post
from deele.notices.enums import Answer, Outcome, ProposalState, State
from deele.notices.models import Notice, Proposal
from deele.notices.queries.proposals import gone
from deele.notices.rules import moves


class NotPossible(Refusal):
    """The proposal or one of its notices has moved on. The message names how."""

    code = "proposal-moved-on"


@transaction.atomic
def ask_both(*, proposal: Proposal, by: Any, now: datetime) -> Proposal:
    """The office asks both sides whether they want to meet. Asked twice is asked once. Raises NotPossible."""
    held = locking.pair(proposal)
    if held.asked_at:
        return held
    must_be_open(held)
    for notice in (held.first, held.second):
        must_take_part(notice)
    held.asked_at, held.asked_by = now, by
    held.save(update_fields=["asked_at", "asked_by", "updated_at"])
    for notice in (held.first, held.second):
        if not held.answer_of(notice):
            post.interest(held, notice, now=now)
    audit.record(enums.ASKED, by=by, about=held, now=now)
    return held


@transaction.atomic
def answer(*, proposal: Proposal, notice: Notice, yes: bool, now: datetime) -> Proposal:
    """One side says yes or no. The second yes introduces both, in the same transaction.

    Both notices and the proposal are locked, so two answers at the same instant make one introduction, and a
    withdrawal at that instant is either before (then nothing is given) or after it. Raises NotPossible.
    """
    held = locking.pair(proposal)
    mine = held.first if notice.pk == held.first_id else held.second
    if held.state == ProposalState.INTRODUCED and yes:
        return held
    must_be_open(held)
    must_take_part(mine, own=True)
    if yes:
        must_take_part(held.other(mine))
    elif held.answer_of(mine) == Answer.NO:
        return held
    held.set_answer(mine, Answer.YES if yes else Answer.NO, now)
    audit.record(enums.ANSWERED, by=None, about=held, now=now, actor_name=_(life.PERSON))
    if not yes:
        held.state = ProposalState.DECLINED
    elif held.both_agree:
        introduce(held, now)
    else:
        post.interest(held, held.other(mine), now=now)
    held.save()
    return held


def must_be_open(proposal: Proposal) -> None:
    """Raises NotPossible with the name of what happened."""
    if proposal.state == ProposalState.INTRODUCED:
        raise NotPossible(_("You are introduced to each other already. The address is in the mail we sent you."))
    if proposal.state == ProposalState.DECLINED:
        raise NotPossible(_("One of the two sides does not want this. We do not propose it again."))
    for notice in (proposal.first, proposal.second):
        if notice.state in life.OVER:
            raise NotPossible(gone(notice.state))
    if proposal.state == ProposalState.VOID:
        raise NotPossible(_("One of the two notices has ended. The other one stays as it is."))


def must_take_part(notice: Notice, *, own: bool = False) -> None:
    """Raises NotPossible for a notice that is expired, paused, found, withdrawn or blocked."""
    if moves.is_live(notice.state):
        return
    if own:
        words = {"state": notice.get_state_display()}
        raise NotPossible(_("Your own notice is “%(state)s”. Please bring it back first, then answer.") % words)
    raise NotPossible(gone(notice.state))


def introduce(proposal: Proposal, now: datetime) -> None:
    """Give each the name and address of the other. Called under lock, when both said yes."""
    proposal.state, proposal.introduced_at = ProposalState.INTRODUCED, now
    for notice in (proposal.first, proposal.second):
        post.introduced(proposal, notice, now=now)
    audit.record(enums.INTRODUCED, by=proposal.asked_by, about=proposal, now=now)


@transaction.atomic
def ask_outcome(*, proposal: Proposal, now: datetime) -> None:
    """Ask both sides what came of it, once."""
    held = locking.pair(proposal)
    if held.outcome_asked_at or held.state != ProposalState.INTRODUCED:
        return
    held.outcome_asked_at = now
    held.save(update_fields=["outcome_asked_at", "updated_at"])
    for notice in (held.first, held.second):
        if notice.contact_email:
            post.outcome(held, notice, now=now)


@transaction.atomic
def tell_outcome(*, proposal: Proposal, notice: Notice, outcome: str, now: datetime) -> Proposal:
    """One side says what came of it. Who says it is done ends the own notice as found through us.

    “Found” is not taken back by the other side's “no”. Raises NotPossible before an introduction.
    """
    held = locking.pair(proposal)
    mine = held.first if notice.pk == held.first_id else held.second
    if held.state != ProposalState.INTRODUCED:
        raise NotPossible(_("You were not introduced to each other, so there is nothing to tell yet."))
    said = Outcome(outcome)
    if held.outcome not in (Outcome.FOUND, Outcome.FOUND_MORE) or said == Outcome.FOUND:
        held.outcome, held.outcome_at = said, now
        held.save(update_fields=["outcome", "outcome_at", "updated_at"])
    audit.record(enums.OUTCOME, by=None, about=held, now=now, actor_name=_(life.PERSON))
    if said == Outcome.FOUND and moves.move(mine.state, State.FULFILLED):
        life.move(notice=mine, to=State.FULFILLED, by=None, now=now, person=True, through_us=True)
    return held


@transaction.atomic
def drop(*, proposal: Proposal, by: Any, now: datetime) -> None:
    """The office does not think that it fits: it is not proposed again. Raises NotPossible."""
    held = locking.pair(proposal)
    must_be_open(held)
    held.state = ProposalState.DECLINED
    held.save(update_fields=["state", "updated_at"])
    audit.record(enums.ANSWERED, by=by, about=held, now=now)
