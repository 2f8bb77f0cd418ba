"""What accompaniment puts on the desk: the way to the plans, what waits, the running ones."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from deele.access.enums import Permission
from deele.accompaniment.models import Plan
from deele.accompaniment.queries import applications
from deele.accompaniment.queries import plans as queries
from deele.ui import desk

LIMIT = 6
AHEAD = timedelta(weeks=4)


def tasks(user: Any, today: date) -> list[desk.Task]:
    """What waits for somebody who accompanies."""
    home = reverse("accompaniment:list")
    waits = (
        (_("Proposals of groups to answer"), queries.with_proposals(user), "vorschlaege"),
        (_("Plans to look at again"), queries.to_look_at(user, today), "wiedervorlage"),
        (_("Plans without contact for 90 days"), queries.quiet(user, today), "still"),
    )
    found = [desk.Task(words, rows.count(), f"{home}?tab={tab}") for words, rows, tab in waits]
    return [*found, desk.Task(_("Tasks of plans that are due"), queries.my_tasks(user, today).count(), home)]


def figures(user: Any, today: date) -> list[desk.Figure]:
    """Plans that are accompanied now."""
    number = Plan.objects.visible_to(user).open().count()
    return [desk.Figure(_("Plans accompanied"), str(number), reverse("accompaniment:list"))]


def find(user: Any, text: str) -> list[desk.Found]:
    """Plans by the words of their title."""
    rows = Plan.objects.visible_to(user).accompanied().filter(title__icontains=text).select_related("place")[:LIMIT]
    return [desk.Found(one.title, one.desk_url(), pgettext("of housing", "Plan"), str(one.place)) for one in rows]


def waiting(user: Any) -> int:
    """What waits, for the menu."""
    return queries.with_proposals(user).count() + queries.to_look_at(user, timezone.localdate()).count()


def money_tasks(user: Any, today: date) -> list[desk.Task]:
    """Proofs of grants that come due, and deadlines of applications that are not filed yet."""
    proofs = applications.due_for(user, today, today + AHEAD)
    deadlines = applications.deadlines_for(user, today, today + AHEAD)
    url = proofs[0].application.desk_url() if proofs else reverse("accompaniment:list")
    first = deadlines[0].desk_url() if deadlines else reverse("accompaniment:list")
    return [
        desk.Task(
            _("Proofs of grants due within four weeks"), len(proofs), url, urgent=any(due.is_late for due in proofs)
        ),
        desk.Task(_("Applications whose deadline comes within four weeks"), len(deadlines), first),
    ]


desk.menu.add(
    "accompaniment",
    desk.MenuItem(gettext_lazy("Accompaniment"), "accompaniment:list", Permission.CASE_WORK, waiting),
    rank=6,
)
desk.fillings.add("accompaniment", desk.Filling(Permission.CASE_WORK, tasks, figures, find), rank=6)
desk.fillings.add("plan-money", desk.Filling(Permission.CASE_WORK, money_tasks), rank=7)
