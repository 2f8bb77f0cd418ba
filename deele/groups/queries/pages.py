"""What the pages of one group show. A new tab is one line in TABS."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from deele.audit import queries as log
from deele.audit.models import reference
from deele.directory.enums import TargetGroup
from deele.groups.enums import State
from deele.groups.kinds import Side
from deele.groups.models import WorkingGroup
from deele.groups.queries import groups, people, session_sections
from deele.groups.rules import moves
from deele.office.enums import Theme

HISTORY = 30


@dataclass(frozen=True)
class Tab:
    """One page of a group. `name` ends the names of its addresses: "groups:mine-files" and "groups:desk-files"."""

    name: str
    label: Promise


TABS = (
    Tab("group", gettext_lazy("Overview")),
    Tab("sessions", pgettext_lazy("of a working group", "Sessions")),
    Tab("tasks", pgettext_lazy("of a working group", "Tasks")),
    Tab("decisions", pgettext_lazy("of a working group", "Decisions")),
    Tab("files", gettext_lazy("Files")),
    Tab("polls", gettext_lazy("Finding a date")),
    Tab("people", pgettext_lazy("of a working group", "People")),
)


def tabs(side: Side, active: str) -> list[dict[str, Any]]:
    """The pages of a group, on the side one sees it from."""
    return [
        {
            "label": tab.label, "url": reverse(f"{side.prefix}{tab.name}", args=[side.group.pk]),
            "active": tab.name == active, "count": None,
        }
        for tab in TABS
    ]  # fmt: skip


def page(side: Side, active: str, **more: Any) -> dict[str, Any]:
    """What every page of a group needs."""
    return {"side": side, "group": side.group, "tabs": tabs(side, active), **more}


def labels(keys: list[str], words: Any) -> str:
    """Choices in words."""
    known = dict(words.choices)
    return ", ".join(str(known[key]) for key in keys if key in known)


def facts(group: WorkingGroup) -> list[dict[str, str]]:
    """What is known, without what is not."""
    told = (
        (_("What comes of it"), group.output),
        (_("Meets"), group.rhythm),
        (_("Works in"), str(group.place) if group.place else _("the whole state")),
        (_("Themes"), labels(group.themes, Theme)),
        (_("For whom"), labels(group.target_groups, TargetGroup)),
        (_("Since"), date_format(group.since, "j. F Y") if group.since else ""),
        (_("Until"), date_format(group.until, "j. F Y") if group.until else ""),
    )
    return [{"label": str(label), "value": str(value)} for label, value in told if value]


def overview(side: Side) -> dict[str, Any]:
    """The first page of a group."""
    group = side.group
    more: dict[str, Any] = {"facts": facts(group), "leads": leads(group), "moves": steps(side)}
    if side.is_desk:
        more["ref"] = reference(group)
        more["history"] = [log.line(entry) for entry in log.history(group)[:HISTORY]]
    return page(side, "group", **more)


def leads(group: WorkingGroup) -> list[str]:
    """Who leads it, with their member, for the people of the group."""
    rows = [seat for seat in people.seats(group) if seat.role == "leitung"]
    return [f"{seat.delegate.name} ({seat.delegate.membership})" for seat in rows]


def steps(side: Side) -> list[dict[str, Any]]:
    """The moves this side may make from here, with the words of their buttons."""
    if not side.may_lead:
        return []
    state = side.group.state
    words = {State.SET_UP: _("Set it up"), State.ACTIVE: _("It works from now on"), State.ENDED: _("End it")}
    ways = moves.possible(state, office=side.is_desk)
    again = {State.ACTIVE: _("Take it up again")} if state == State.ENDED else {}
    away = {State.ENDED: _("Do not set it up")} if state == State.PROPOSED else {}
    labels_of = words | again | away
    return [{"to": way.target, "label": labels_of[way.target], "reason": way.reason_needed} for way in ways]


def public_page(group: WorkingGroup, now: datetime) -> dict[str, Any]:
    """The page for everybody: never a person."""
    return {
        "group": group,
        "sessions": session_sections.public(now, group),
        "facts": facts(group),
        "members": people.members(group),
        "files": newest(group, public=True),
    }


def newest(group: WorkingGroup, *, public: bool = False) -> list[dict[str, Any]]:
    """The files of a group, each name once with its newest state; the older ones below it."""
    rows = group.files.select_related("added_by", "added_by_office")
    rows = rows.filter(is_public=True) if public else rows
    found: dict[str, list[Any]] = {}
    for one in rows:
        found.setdefault(one.name, []).append(one)
    return [{"file": states[0], "older": states[1:]} for states in found.values()]


def desk_tabs(user: Any, active: str) -> list[dict[str, Any]]:
    """The states, with how much stands in each."""
    titles = {"": _("At work"), "vorgeschlagen": _("Proposed"), "beendet": _("Ended"), "alle": _("All")}
    return [
        {"label": title, "url": f"?tab={key}", "active": key == active, "count": groups.found(user, tab=key).count()}
        for key, title in titles.items()
    ]
