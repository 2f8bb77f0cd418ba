"""What lists and pages of issues show, in words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import localize
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deele.newsletter.doors import issues as doors
from deele.newsletter.enums import DeliveryState, IssueState
from deele.newsletter.models import Delivery, Issue
from deele.newsletter.queries.progress import Progress
from deele.newsletter.rules import issues as rules

BADGES = {
    IssueState.COLLECTING: "plain", IssueState.EDITING: "plain", IssueState.RELEASE: "warning",
    IssueState.PLANNED: "info", IssueState.SENDING: "info", IssueState.SENT: "success", IssueState.ARCHIVED: "plain",
}  # fmt: skip
STEPS = (IssueState.COLLECTING, IssueState.RELEASE, IssueState.PLANNED, IssueState.SENDING, IssueState.SENT)


@dataclass(frozen=True)
class Badge:
    """A state in words and colour."""

    label: str
    kind: str


def badge(issue: Issue) -> Badge:
    """The state of an issue; a pause or a wait for a person goes before it."""
    if issue.paused:
        return Badge(_("paused"), "warning")
    if issue.held:
        return Badge(_("waits for a person"), "warning")
    if issue.stopped:
        return Badge(_("stopped"), "danger")
    return Badge(str(issue.get_state_display()), BADGES[IssueState(issue.state)])


def steps(issue: Issue) -> list[dict[str, str]]:
    """The way of an issue from the first record to the last copy."""
    labels = (_("Build"), _("Hand over"), _("Release"), _("Send"), _("Done"))
    state = IssueState.COLLECTING if issue.is_open else IssueState(issue.state)
    at = len(STEPS) if state == IssueState.ARCHIVED else STEPS.index(state)
    at = at + 1 if state == IssueState.SENT else at
    names = ("done", "current", "todo")
    return [
        {"label": label, "state": names[0 if number < at else 1 if number == at else 2]}
        for number, label in enumerate(labels)
    ]


def tabs(user: Any, chosen: str) -> list[dict[str, Any]]:
    """The states as tabs."""
    url = reverse("newsletter:desk-issues")
    first = {"label": _("All"), "url": url, "active": chosen not in IssueState.values}
    rest = [
        {"label": state.label, "url": f"{url}?zustand={state}", "active": chosen == state}
        for state in IssueState
        if state != IssueState.EDITING
    ]
    return [first, *rest]


def powers(user: Any, issue: Issue) -> dict[str, bool]:
    """What this person may do with the issue now."""
    edits, releases = rules.can_edit(user, issue), rules.can_release(user, issue)
    under_way = issue.state in (IssueState.PLANNED, IssueState.SENDING)
    return {
        "edit": edits and issue.is_open,
        "take_back": (edits or releases) and issue.state in (IssueState.RELEASE, IssueState.PLANNED),
        "release": releases and issue.state == IssueState.RELEASE,
        "second": rules.is_second_person(user, issue),
        "pause": releases and under_way and not issue.paused and not issue.held,
        "resume": releases and under_way and bool(issue.paused or issue.held),
        "stop": releases and under_way,
        "again": releases and issue.state in (IssueState.SENDING, IssueState.SENT),
        "archive": releases and issue.state == IssueState.SENT,
    }


def sentence(found: Progress) -> str:
    """sent 1,204 of 3,117, 3 came back, done in about 4 min."""
    parts = [_("sent %(sent)s of %(total)s") % {"sent": localize(found.sent), "total": localize(found.total)}]
    if found.refused:
        parts.append(_("%(number)s refused") % {"number": localize(found.refused)})
    if found.returned:
        parts.append(_("%(number)s came back") % {"number": localize(found.returned)})
    if found.doubtful:
        parts.append(_("%(number)s doubtful") % {"number": localize(found.doubtful)})
    if found.later:
        parts.append(_("%(number)s put off by the mail server") % {"number": localize(found.later)})
    if found.dropped:
        parts.append(_("%(number)s not sent") % {"number": localize(found.dropped)})
    if found.minutes:
        words = ngettext("done in about %(number)s min", "done in about %(number)s min", found.minutes)
        parts.append(words % {"number": localize(found.minutes)})
    return ", ".join(parts)


def rows(copies: list[Delivery], user: Any) -> list[list[str]]:
    """The recipients as rows of a table."""
    return [
        [
            doors.shown_address(user, copy) or _("address erased"),
            str(copy.get_state_display()),
            moment(copy.settled_at),
            copy.answer if copy.state != DeliveryState.SENT else "",
        ]
        for copy in copies
    ]


def moment(at: datetime | None) -> str:
    """A moment in words."""
    return f"{localtime(at):%d.%m.%Y %H:%M}" if at else "–"


def copy_tabs(issue: Issue, found: Progress, chosen: str) -> list[dict[str, Any]]:
    """The states of copies as tabs."""
    url = reverse("newsletter:desk-issue-recipients", args=[issue.pk])
    every = sum(found.counts.values())
    first = {"label": _("All"), "url": url, "active": chosen not in DeliveryState.values, "count": localize(every)}
    return [
        first,
        *(
            {
                "label": state.label,
                "url": f"{url}?zustand={state}",
                "active": chosen == state,
                "count": localize(found.of(state)),
            }
            for state in DeliveryState
            if found.of(state)
        ),
    ]
