"""Finding needs and offers that fit, and writing them down: once for each pair, for ever. Tells nobody by mail."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.alliance.actions import tidings
from deele.alliance.enums import marks as enums
from deele.alliance.enums.marks import MatchState, Side
from deele.alliance.models import Mark, Match
from deele.alliance.queries import candidates
from deele.alliance.queries.people import acting_for
from deele.alliance.rules.matching import Judgement
from deele.audit import actions as audit


@transaction.atomic
def look(*, mark: Mark, now: datetime) -> int:
    """Match a passage with the best of what fits; returns how many are new. Both sides read of it in their digest."""
    today = timezone.localdate(now)
    if not Mark.objects.public(today).filter(pk=mark.pk).exists():
        return 0
    made = 0
    for other, judgement in candidates.best(mark, today):
        pair = (mark, other) if mark.side == Side.EXPECTATION else (other, mark)
        made += write(*pair, judgement, now)
    return made


def write(need: Mark, offer: Mark, judgement: Judgement, now: datetime) -> bool:
    """One row for the pair; False when another writer was quicker."""
    match, new = Match.objects.get_or_create(
        need=need,
        offer=offer,
        defaults={
            "seeker": need.profile.membership,
            "giver": offer.profile.membership,
            "rank": judgement.rank,
            "reasons": [[reason.key, *reason.values] for reason in judgement.reasons],
            "found_at": now,
        },
    )
    if new:
        audit.record(enums.MATCHED, by=None, about=match, now=now)
        for member in (match.seeker, match.giver):
            tidings.tell(
                people=acting_for(member, timezone.localdate(now)), key=f"alliance.match {match.pk}", now=now,
                text=_("A need and an offer fit each other. Please look, and say yes or no."),
                path=f"/buendnis/mein/treffer/{match.pk}/", topic="alliance.matches",
            )  # fmt: skip
    return new


@transaction.atomic
def renew(*, mark: Mark, now: datetime) -> int:
    """A passage says something else now: what nobody touched yet is judged anew."""
    untouched(mark).delete()
    return look(mark=mark, now=now)


def drop(*, mark: Mark) -> None:
    """The passage takes part no more: what is open becomes impossible. Needs a transaction."""
    for match in Match.objects.select_for_update(no_key=True).filter(pk__in=open_with(mark)).order_by("pk"):
        match.state = MatchState.VOID
        match.save(update_fields=["state", "updated_at"])


def open_with(mark: Mark) -> list[int]:
    """Open matches of this passage."""
    side = "need" if mark.side == Side.EXPECTATION else "offer"
    return list(Match.objects.open().filter(**{side: mark}).values_list("pk", flat=True))


def untouched(mark: Mark) -> QuerySet[Match]:
    """Open matches of this passage to which nobody said anything and about which nobody was asked."""
    return Match.objects.filter(pk__in=open_with(mark), asked_at=None, seeker_answer="", giver_answer="")
