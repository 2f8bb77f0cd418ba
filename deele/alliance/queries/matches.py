"""Matches as the desk and both sides see them. The contact is read here alone, and only after two yes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Mod
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from deele.alliance.enums.marks import MatchAnswer, MatchState
from deele.alliance.models import Mark, Match, Membership
from deele.alliance.queries import mark_words, match_words

OUTCOME_AFTER = timedelta(days=91)
SHOWN = 20


@dataclass(frozen=True)
class Contact:
    """Whom to write to."""

    name: str
    email: str
    whom: str


@dataclass(frozen=True)
class Seen:
    """A match from one side."""

    match: Match
    member: Membership
    other: Membership
    own: Mark
    theirs: Mark
    seeks: bool
    reasons: list[str]
    facts: list[dict[str, str]]
    mine: str
    yours: str

    @property
    def is_agreed(self) -> bool:
        """Whether both said yes."""
        return self.match.state == MatchState.AGREED

    @property
    def is_open(self) -> bool:
        """Whether an answer still leads somewhere."""
        return self.match.state == MatchState.OPEN

    @property
    def contact(self) -> Contact | None:
        """Who answered yes on the other side; None before both said yes."""
        person = self.match.delegate_of(self.other) if self.is_agreed else None
        return Contact(person.name, person.email, self.theirs.contact) if person else None

    @property
    def other_url(self) -> str:
        """The public page of the other member."""
        return self.other.get_absolute_url() if self.other.is_public else ""


def with_both(rows: QuerySet[Match]) -> QuerySet[Match]:
    """With members, passages and who answered."""
    rows = rows.select_related("seeker", "giver", "need", "offer", "seeker_delegate", "giver_delegate")
    return rows.prefetch_related("need__places", "offer__places")


def seen(match: Match, member: Membership) -> Seen:
    """A match from the side of this member."""
    other = match.other(member)
    theirs = match.mark_of(other)
    return Seen(
        match=match, member=member, other=other, own=match.mark_of(member), theirs=theirs,
        seeks=member.pk == match.seeker_id, reasons=match_words.reasons(match), facts=mark_words.facts(theirs),
        mine=match.answer_of(member), yours=match.answer_of(other),
    )  # fmt: skip


def for_member(member: Membership) -> list[Seen]:
    """What a member is asked and what was agreed: to be answered first, then the newest; declined ones are left out."""
    rows = with_both(Match.objects.of(member)).filter(state__in=(MatchState.OPEN, MatchState.AGREED))
    found = [seen(row, member) for row in rows.order_by("-found_at", "-pk")[: 2 * SHOWN]]
    found = [one for one in found if not (one.is_open and one.mine == MatchAnswer.NO)]
    return sorted(found, key=lambda one: (not (one.is_open and not one.mine), one.is_agreed))[:SHOWN]


TABS: dict[str, Q] = {
    "": Q(state=MatchState.OPEN, asked_at=None, seeker_answer="", giver_answer=""),
    "laeuft": Q(state=MatchState.OPEN) & ~Q(asked_at=None, seeker_answer="", giver_answer=""),
    "vereinbart": Q(state=MatchState.AGREED),
    "abgelehnt": Q(state__in=(MatchState.DECLINED, MatchState.VOID)),
}


def for_desk(user: Any, *, tab: str = "") -> QuerySet[Match]:
    """Matches the office looks at, the best first."""
    rows = Match.objects.visible_to(user).filter(TABS.get(tab, TABS[""]))
    return with_both(rows).order_by("-rank", "-pk")


def tabs(active: str) -> list[dict[str, Any]]:
    """The states as pages."""
    names = {
        "": pgettext("tab of matches", "new"), "laeuft": pgettext("tab of matches", "being asked"),
        "vereinbart": pgettext("tab of matches", "both said yes"), "abgelehnt": pgettext("tab of matches", "over"),
    }  # fmt: skip
    url = reverse("alliance:desk-matches")
    return [
        {"label": label, "url": f"{url}?tab={key}" if key else url, "active": key == active}
        for key, label in names.items()
    ]


def new_count(user: Any) -> int:
    """How many matches nobody touched yet."""
    return for_desk(user).count()


def pages(active: str) -> list[dict[str, Any]]:
    """Matches and passages as pages of one thing."""
    names = {
        "matches": (_("Matches"), "alliance:desk-matches"),
        "marks": (_("Marked passages"), "alliance:desk-mark-list"),
    }
    return [{"label": label, "url": reverse(name), "active": key == active} for key, (label, name) in names.items()]


def figures() -> tuple[int, int]:
    """Pairs in which both said yes; pairs of which something came."""
    return Match.objects.filter(state=MatchState.AGREED).count(), Match.objects.with_result().count()


def sides(match: Match) -> list[dict[str, Any]]:
    """Both sides for the desk, with what each said. Without contacts."""
    return [
        {
            "title": _("Seeks: %(member)s") % {"member": match.seeker}, "member": match.seeker, "mark": match.need,
            "facts": mark_words.facts(match.need), "answer": match.get_seeker_answer_display(),
        },
        {
            "title": _("Gives: %(member)s") % {"member": match.giver}, "member": match.giver, "mark": match.offer,
            "facts": mark_words.facts(match.offer), "answer": match.get_giver_answer_display(),
        },
    ]  # fmt: skip


def outcomes_due(now: datetime, limit: int) -> list[Match]:
    """Agreed three months ago, and nobody asked yet."""
    rows = Match.objects.filter(state=MatchState.AGREED, outcome_asked_at=None, outcome="")
    return list(rows.filter(agreed_at__lte=now - OUTCOME_AFTER).order_by("agreed_at", "pk")[:limit])


def to_match(now: datetime) -> list[Mark]:
    """A seventh of what holds, another one each day of the week: each is looked at again once a week."""
    today = now.date()
    rows = Mark.objects.public(today).alias(part=Mod("pk", 7)).filter(part=today.toordinal() % 7)
    return list(rows.select_related("profile__membership").order_by("pk"))
