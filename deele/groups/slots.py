"""What groups put on a member's pages, what their topics are called, and what they tell the engine for overlaps."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.alliance.kinds import Duty, Way, about_sections, duties, member_sections, relinks, sections, topics, ways
from deele.alliance.queries import news
from deele.groups.actions import leaving, relinking
from deele.groups.models import Seat, WorkingGroup
from deele.groups.queries import duties as open_work
from deele.groups.queries import elsewhere, groups, session_sections
from deele.groups.queries import polls as poll_queries
from deele.likeness.kinds import Subject, subjects

NEWEST = 5


class News:
    """What was told last."""

    key = "news"
    rank = 10
    title: Promise | str = _("News for you")
    template = "groups/sections/news.html"

    def context(self, delegate: Any) -> dict[str, Any] | None:
        """The newest; nothing while nothing was told."""
        found = list(news.of(delegate)[:NEWEST])
        return {"tidings": found} if found else None


class MyGroups:
    """The groups somebody sits in, and what waits for their answer."""

    key = "groups"
    rank = 30
    title: Promise | str = _("My working groups")
    template = "groups/sections/mine.html"

    def context(self, delegate: Any) -> dict[str, Any]:
        """Always there: from here one proposes a group, or asks to join one."""
        return {"seats": groups.of_delegate(delegate), "invitations": list(groups.invitations(delegate))}


class NextDates:
    """Dates that stand, and polls that wait for an answer."""

    key = "dates"
    rank = 20
    title: Promise | str = _("Next dates")
    template = "groups/sections/dates.html"

    def context(self, delegate: Any) -> dict[str, Any] | None:
        """Nothing while no date is known and none is looked for."""
        today = timezone.localdate()
        to_answer = list(poll_queries.to_answer(delegate, today))
        dates = list(poll_queries.coming(delegate, today)[:NEWEST])
        return {"to_answer": to_answer, "dates": dates} if to_answer or dates else None


class MyTasks:
    """Tasks from sessions, and the sessions that come."""

    key = "group-tasks"
    rank = 15
    title: Promise | str = _("My tasks and sessions")
    template = "groups/sections/tasks.html"

    def context(self, delegate: Any) -> dict[str, Any] | None:
        """Nothing while there is neither."""
        return session_sections.of(delegate, timezone.now())


class PublicSessions:
    """The next sessions everybody may come to, on the page of the alliance."""

    key = "sessions"
    rank = 20
    title: Promise | str = _("Sessions you can come to")
    template = "groups/sections/about.html"

    def context(self) -> dict[str, Any] | None:
        """Nothing while none is known."""
        found = list(session_sections.public(timezone.now())[:NEWEST])
        return {"sessions": found} if found else None


class OfMember:
    """The public groups a member works in."""

    key = "groups"
    rank = 40
    title: Promise | str = _("Takes part in working groups")
    template = "groups/sections/member.html"

    def context(self, membership: Any) -> dict[str, Any] | None:
        """Nothing where there is none."""
        found = list(groups.of_member(membership))
        return {"groups": found} if found else None


class GroupTopic:
    """What tidings about groups are about."""

    key = "groups.workinggroup"

    def names(self, keys: Iterable[str]) -> dict[str, str]:
        """The names of these groups."""
        asked = list(keys)
        found = dict(WorkingGroup.objects.filter(pk__in=elsewhere.numbers(asked)).values_list("pk", "name"))
        return {f"{elsewhere.REF}{pk}": name for pk, name in found.items()}

    def muted(self, delegate: Any, topic: str, muted: bool) -> None:
        """The seat shows it too."""
        rows = Seat.objects.filter(delegate=delegate, group__in=elsewhere.numbers([topic]), until=None)
        rows.exclude(muted=muted).update(muted=muted, version=F("version") + 1)


class Groups:
    """Groups for the engine for overlaps."""

    key = "groups.workinggroup"
    title: Promise | str = _("Working group")

    def subjects(self, refs: Iterable[str] | None = None) -> Iterable[Subject]:
        """Proposed groups and those at work."""
        rows = elsewhere.counting()
        rows = rows if refs is None else rows.filter(pk__in=elsewhere.numbers(refs))
        return [elsewhere.subject(group) for group in rows]

    def url(self, ref: str, user: Any) -> str:
        """Where this person may look at it."""
        return elsewhere.url(ref, user)


class OpenWork:
    """What is open in groups for who leaves."""

    key = "groups"
    rank = 10
    title: Promise | str = _("Working groups")

    def open(self, membership: Any, delegate: Any = None, reader: Any = None) -> list[Duty]:
        """Tasks, lead, minutes, seats."""
        return open_work.open_for(membership, delegate, reader)

    def release(self, membership: Any, delegate: Any, now: datetime, heirs: Mapping[str, str]) -> int:
        """Hand over, then end the seats."""
        return leaving.leave(membership=membership, delegate=delegate, now=now, heirs=heirs)


class Follow:
    """Seats and what hangs on them follow a merge of members."""

    key = "groups"
    rank = 20

    def move(self, gone: Any, kept: Any, same: dict[int, int]) -> Any:
        """Hang over."""
        return relinking.move(gone=gone, kept=kept, same=same)

    def back(self, gone: Any, kept: Any, before: Any) -> None:
        """Hang back."""
        relinking.back(gone=gone, kept=kept, before=before)


duties.fill(OpenWork())
relinks.fill(Follow())
about_sections.fill(PublicSessions())
sections.fill(News())
sections.fill(NextDates())
sections.fill(MyGroups())
sections.fill(MyTasks())
member_sections.fill(OfMember())
topics.add(GroupTopic.key, GroupTopic())
subjects.add(Groups.key, Groups())
ways.add(
    "groups",
    Way(_("Working groups"), _("People of several members at work on one task."), "groups:list", "people"),
    rank=30,
)
ways.add(
    "sessions",
    Way(_("Sessions"), _("When groups meet, and what they released of it."), "groups:sessions", "calendar"),
    rank=40,
)
ways.add(
    "decisions",
    Way(
        _("Decisions"),
        _("What was decided, for practice, municipalities and politics."),
        "groups:all-decisions",
        "check",
    ),
    rank=50,
)
