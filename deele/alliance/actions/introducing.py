"""Asking both sides of a match; contact data only after two yes, in the transaction of the second; later the outcome.

Locks are taken in one order everywhere: members, passages, matches; small numbers first.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.alliance.actions import match_post as post
from deele.alliance.enums import marks as enums
from deele.alliance.enums.marks import RESULTS, MarkState, MatchAnswer, MatchOutcome, MatchState
from deele.alliance.models import Delegate, Mark, Match, Membership
from deele.audit import actions as audit
from deele.core.errors import Refusal


class NotPossible(Refusal):
    """The match, a passage or a member has moved on. The message names how."""

    code = "match-moved-on"


def hold(match: Match) -> Match:
    """The match as it is now with its members and passages, all locked until the transaction ends."""
    members = locked(Membership, match.seeker_id, match.giver_id)
    marks = locked(Mark, match.need_id, match.offer_id)
    fresh = Match.objects.select_for_update(no_key=True).get(pk=match.pk)
    fresh.seeker, fresh.giver = members[fresh.seeker_id], members[fresh.giver_id]
    fresh.need, fresh.offer = marks[fresh.need_id], marks[fresh.offer_id]
    return fresh


def locked(model: Any, *pks: int) -> dict[int, Any]:
    """Rows by number, locked weakly: what merely points to them may be written meanwhile."""
    return {row.pk: row for row in model.objects.select_for_update(no_key=True).filter(pk__in=pks).order_by("pk")}


@transaction.atomic
def ask_both(*, match: Match, by: Any, now: datetime) -> Match:
    """The office asks both sides by mail. Asked twice is asked once. Raises NotPossible."""
    held = hold(match)
    if held.asked_at:
        return held
    must_be_open(held, now)
    held.asked_at, held.asked_by = now, by
    held.save(update_fields=["asked_at", "asked_by", "updated_at"])
    for member in (held.seeker, held.giver):
        if not held.answer_of(member):
            post.question(held, member, now=now)
    audit.record(enums.MATCH_ASKED, by=by, about=held, now=now)
    return held


@transaction.atomic
def answer(*, match: Match, delegate: Delegate, yes: bool, now: datetime) -> Match:
    """One side says yes or no. The second yes gives each the contact of the other, in the same transaction.

    Two answers at one instant make one introduction; a passage taken back or a member that leaves at that instant is
    either before (then nothing is given) or after. Raises NotPossible.
    """
    held = hold(match)
    mine = held.seeker if delegate.membership_id == held.seeker_id else held.giver
    if held.state == MatchState.AGREED and yes:
        return held
    if not yes and held.answer_of(mine) == MatchAnswer.NO:
        return held
    must_be_open(held, now, for_yes=yes)
    held.set_answer(delegate, MatchAnswer.YES if yes else MatchAnswer.NO, now)
    audit.record(enums.MATCH_ANSWERED, by=None, about=held, now=now, actor_name=str(mine))
    if not yes:
        held.state = MatchState.DECLINED
    elif held.both_agree:
        agree(held, now)
    else:
        post.question(held, held.other(mine), now=now)
    held.save()
    return held


def agree(match: Match, now: datetime) -> None:
    """Give each the name and address of the other. Called under lock, when both said yes."""
    match.state, match.agreed_at = MatchState.AGREED, now
    for member in (match.seeker, match.giver):
        post.introduced(match, member, now=now)
    audit.record(enums.MATCH_AGREED, by=match.asked_by, about=match, now=now)


def must_be_open(match: Match, now: datetime, *, for_yes: bool = True) -> None:
    """Raises NotPossible with the name of what happened. A no is taken even when the other side has gone."""
    said = {
        MatchState.AGREED: _("You both said yes already. The contact stands on this page and in the mail we sent you."),
        MatchState.DECLINED: _("One of the two sides does not want this. It is not proposed again."),
        MatchState.VOID: _("One of the two passages takes part no more. Nothing was passed on."),
    }
    if match.state in said:
        raise NotPossible(said[MatchState(match.state)])
    if not for_yes:
        return
    today = timezone.localdate(now)
    for mark in (match.need, match.offer):
        if mark.state != MarkState.CONFIRMED or mark.is_lost or mark.is_past(today):
            raise NotPossible(said[MatchState.VOID])
    if not (match.seeker.is_public and match.giver.is_public):
        raise NotPossible(_("One of the two is no member of the alliance at the moment. Nothing was passed on."))


@transaction.atomic
def drop(*, match: Match, by: Any, now: datetime) -> None:
    """The office does not think that it fits: it is not proposed again. Raises NotPossible."""
    held = hold(match)
    if held.state == MatchState.DECLINED:
        return
    must_be_open(held, now, for_yes=False)
    held.state = MatchState.DECLINED
    held.save(update_fields=["state", "updated_at"])
    audit.record(enums.MATCH_ANSWERED, by=by, about=held, now=now)


@transaction.atomic
def ask_outcome(*, match: Match, now: datetime) -> None:
    """Ask both sides what came of it, once."""
    held = hold(match)
    if held.outcome_asked_at or held.state != MatchState.AGREED:
        return
    held.outcome_asked_at = now
    held.save(update_fields=["outcome_asked_at", "updated_at"])
    for member in (held.seeker, held.giver):
        post.outcome(held, member, now=now)


@transaction.atomic
def tell_outcome(*, match: Match, delegate: Delegate, outcome: str, note: str, now: datetime) -> Match:
    """One side says what came of it. A result is not taken back by the other side's “nothing”.

    Raises NotPossible before both said yes.
    """
    held = hold(match)
    if held.state != MatchState.AGREED:
        raise NotPossible(_("You did not both say yes, so there is nothing to tell yet."))
    said = MatchOutcome(outcome)
    if said in RESULTS or held.outcome not in RESULTS:
        held.outcome, held.outcome_at = said, now
        held.outcome_note = note or held.outcome_note
        held.save(update_fields=["outcome", "outcome_at", "outcome_note", "updated_at"])
    member = held.seeker if delegate.membership_id == held.seeker_id else held.giver
    audit.record(enums.MATCH_OUTCOME, by=None, about=held, now=now, actor_name=str(member))
    return held
