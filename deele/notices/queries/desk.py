"""What the office sees of notices."""

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit import queries as audit
from deele.notices.enums import ENDED_STATES, LIVE_STATES, ProposalState, State
from deele.notices.models import Notice, Proposal
from deele.notices.queries import entries, proposals, words
from deele.notices.rules import moves
from deele.notices.rules.checks import looks_personal

TO_READ = Q(state=State.SUBMITTED) | Q(state__in=LIVE_STATES, changed_at__isnull=False)
TABS = {
    "": TO_READ,
    "aktiv": Q(state__in=LIVE_STATES),
    "pausiert": Q(state=State.PAUSED),
    "beendet": Q(state__in=ENDED_STATES),
    "alle": Q(),
}


def pages(active: str) -> list[dict[str, Any]]:
    """The two lists."""
    names = {"list": (_("Notices"), "notices:desk-list"), "proposals": (_("Proposals"), "notices:desk-proposals")}
    return [{"label": label, "url": reverse(url), "active": name == active} for name, (label, url) in names.items()]


def tabs(user: Any, active: str) -> list[dict[str, Any]]:
    """The states, with how much stands in each."""
    titles = {
        "": _("To read"), "aktiv": _("Active"), "pausiert": _("Paused"), "beendet": _("Ended"), "alle": _("All"),
    }  # fmt: skip
    mine = Notice.objects.visible_to(user)
    return [
        {"label": title, "url": f"?tab={key}", "active": key == active, "count": mine.filter(TABS[key]).count()}
        for key, title in titles.items()
    ]


def found(user: Any, *, tab: str = "", q: str = "", art: str = "") -> QuerySet[Notice]:
    """Notices, narrowed; what was handed in first comes first where it is to be read."""
    rows = Notice.objects.visible_to(user).filter(TABS.get(tab, Q())).prefetch_related("reaches__place")
    if art:
        rows = rows.filter(kind=art)
    for word in q.split()[:5]:
        rows = rows.filter(Q(title__icontains=word) | Q(text__icontains=word) | Q(reaches__place__name__icontains=word))
    rows = rows.distinct() if q else rows
    return rows.order_by("state_since", "pk") if tab == "" else rows.order_by("-state_since", "-pk")


def page(notice: Notice) -> dict[str, Any]:
    """Everything of the page of one notice. No need of access or care: the office does not see it either."""
    return {
        "facts": words.facts(notice),
        "moves": [one for one in steps(notice) if one["to"] != State.WITHDRAWN],
        "may_withdraw": any(one["to"] == State.WITHDRAWN for one in steps(notice)),
        "concerns": looks_personal(f"{notice.title} {notice.text}", of_person=notice.kind_of.needs),
        "is_own_entry": entries.is_own(notice),
        "proposals": proposals.of_notice(notice),
        "history": [audit.line(entry) for entry in audit.history(notice)[:30]],
    }


def steps(notice: Notice) -> list[dict[str, Any]]:
    """The moves the office may make from here, with the words of their buttons."""
    labels = {
        State.ACTIVE: _("Let it take part"), State.REFUSED: _("Send it back"), State.PAUSED: _("Pause it"),
        State.FULFILLED: _("Mark as found"), State.BLOCKED: _("Block it"), State.WITHDRAWN: _("Delete it"),
        State.SUBMITTED: _("Read it again"),
    }  # fmt: skip
    return [
        {"to": move.target, "label": labels[move.target], "reason": move.reason_needed}
        for move in moves.MOVES
        if move.source == notice.state and move.by_office
    ]


def proposal_tabs(active: str) -> list[dict[str, Any]]:
    """Where proposals stand."""
    titles = {
        "": _("New"), "laeuft": _("Asked or answered"), "vorgestellt": _("Introduced"), "abgelehnt": _("Declined"),
    }  # fmt: skip
    return [{"label": title, "url": f"?tab={key}", "active": key == active} for key, title in titles.items()]


def proposal_rows(rows: Any) -> list[dict[str, Any]]:
    """Proposals as lines of a table."""
    return [
        {
            "proposal": row,
            "first": row.first.title or row.first,
            "second": row.second.title or row.second,
            "fits": words.sentences(row.reasons, fits=True),
            "talk": words.sentences(row.reasons, fits=False),
        }
        for row in rows
    ]


def sides(proposal: Proposal) -> list[dict[str, Any]]:
    """Both notices for the desk, with what each said."""
    return [
        {
            "notice": notice,
            "title": notice.title or str(notice),
            "facts": words.facts(notice),
            "answer": getattr(proposal, f"get_{proposal.side(notice)}_answer_display")() or _("no answer yet"),
        }
        for notice in (proposal.first, proposal.second)
    ]


def to_read(user: Any) -> int:
    """How many notices wait for a reader."""
    return Notice.objects.visible_to(user).filter(TO_READ).count()


def new_proposals(user: Any) -> int:
    """How many proposals nobody has touched yet."""
    return proposals.for_desk(user).count()


def figures(today: Any) -> tuple[int, int]:
    """Active notices; found through us in the last twelve months."""
    year = today - timedelta(days=365)
    found_through_us = Notice.objects.filter(through_us=True, ended_on__gt=year).count()
    return Notice.objects.live().count(), found_through_us


def introduced_since(days: int) -> int:
    """Introductions of the last days."""
    since = timezone.now() - timedelta(days=days)
    return Proposal.objects.filter(state=ProposalState.INTRODUCED, introduced_at__gte=since).count()
