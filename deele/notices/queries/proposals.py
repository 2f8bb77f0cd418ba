"""Proposals as the desk and the person see them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from deele.notices.enums import Answer, ProposalState, State, Visibility
from deele.notices.models import Notice, Proposal
from deele.notices.queries import words

SHOWN = 10


def title_for(proposal: Proposal, notice: Notice) -> str:
    """What the other side may read of a notice.

    One that only the office sees is named by its kind until it agrees; one that was taken out, for ever.
    """
    hidden = notice.visibility == Visibility.OFFICE and proposal.answer_of(notice) != Answer.YES
    if hidden or notice.state == State.BLOCKED:
        return str(notice.get_kind_display())
    return notice.title or str(notice.get_kind_display())


@dataclass(frozen=True)
class Seen:
    """A proposal from one side."""

    proposal: Proposal
    other: Notice
    title: str
    kind: str
    fits: list[str]
    talk: list[str]
    mine: str
    theirs: str
    facts: list[dict[str, str]]
    text: str

    @property
    def why_over(self) -> str:
        """Why an answer leads nowhere any more, without a word about the person."""
        if self.proposal.state == ProposalState.DECLINED:
            return _("One of the two sides does not want this. We do not propose it again.")
        if not self.other.is_live:
            return gone(self.other.state)
        return _("One of the two notices has ended. The other one stays as it is.")

    @property
    def possible(self) -> bool:
        """Whether an answer still leads somewhere."""
        return self.proposal.state == ProposalState.OPEN and self.other.is_live


def seen(proposal: Proposal, notice: Notice) -> Seen:
    """A proposal from the side of this notice, with what may be shown of the other."""
    other = proposal.other(notice)
    hidden = other.visibility == Visibility.OFFICE and proposal.answer_of(other) != Answer.YES
    gone = other.state in (State.WITHDRAWN, State.BLOCKED)
    return Seen(
        proposal=proposal,
        other=other,
        title=title_for(proposal, other),
        kind=str(other.get_kind_display()),
        fits=words.sentences(proposal.reasons, fits=True),
        talk=words.sentences(proposal.reasons, fits=False),
        mine=proposal.answer_of(notice),
        theirs=proposal.answer_of(other),
        facts=[] if hidden or gone else words.facts(other),
        text="" if hidden or gone else other.text,
    )


def gone(state: str) -> str:
    """What happened to the other side, without a word about the person."""
    return {
        State.EXPIRED: _("The other notice has expired. Please look again later."),
        State.PAUSED: _("The other notice is paused at the moment. Please look again later."),
        State.FULFILLED: _("The other side has found what it looked for."),
        State.WITHDRAWN: _("The other notice was withdrawn. No data was passed on."),
        State.BLOCKED: _("The other notice was taken out by the office. No data was passed on."),
    }.get(State(state), _("The other notice does not take part at the moment."))


def with_both(rows: QuerySet[Proposal]) -> QuerySet[Proposal]:
    """With both notices and their places."""
    return rows.select_related("first", "second").prefetch_related("first__reaches__place", "second__reaches__place")


def for_person(notice: Notice) -> list[Seen]:
    """What the person sees on the own page: what fits and may be known, the best first, then what was decided."""
    rows = with_both(Proposal.objects.of(notice)).exclude(state=ProposalState.VOID)
    rows = rows.filter(may_be_known(notice)).order_by("-introduced_at", "-rank", "-pk")
    found = [seen(row, notice) for row in rows[: 3 * SHOWN]]
    return [
        one for one in found if one.proposal.state == ProposalState.INTRODUCED or (one.possible and one.mine != "nein")
    ][:SHOWN]


def may_be_known(notice: Notice) -> Q:
    """Proposals this side may know of: the other shows itself, somebody asked, or the other said yes."""
    shows = (Visibility.PUBLIC, Visibility.MEMBERS)
    other_shows = Q(first=notice, second__visibility__in=shows) | Q(second=notice, first__visibility__in=shows)
    other_agreed = Q(first=notice, second_answer=Answer.YES) | Q(second=notice, first_answer=Answer.YES)
    return other_shows | other_agreed | Q(asked_at__isnull=False)


def for_desk(user: Any, *, tab: str = "") -> QuerySet[Proposal]:
    """Proposals the office looks at, the best first."""
    live = Q(first__state__in=("aktiv", "verlaengerung_angefragt"))
    live &= Q(second__state__in=("aktiv", "verlaengerung_angefragt"))
    tabs = {
        "": Q(state=ProposalState.OPEN, asked_at=None, first_answer="", second_answer="") & live,
        "laeuft": Q(state=ProposalState.OPEN) & ~Q(asked_at=None, first_answer="", second_answer=""),
        "vorgestellt": Q(state=ProposalState.INTRODUCED),
        "abgelehnt": Q(state=ProposalState.DECLINED),
    }
    rows = Proposal.objects.visible_to(user).filter(tabs.get(tab, tabs[""]))
    return rows.select_related("first", "second").order_by("-rank", "-pk")


def of_notice(notice: Notice) -> list[Seen]:
    """All proposals of one notice for the desk."""
    rows = with_both(Proposal.objects.of(notice)).order_by("-introduced_at", "-rank", "-pk")
    return [seen(row, notice) for row in rows[:50]]
