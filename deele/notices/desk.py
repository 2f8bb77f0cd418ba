"""What notices put on the desk."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.notices.queries import desk as queries
from deele.ui import desk

LIMIT = 8


def tasks(user: Any, today: date) -> list[desk.Task]:
    """Notices to read, proposals to look at."""
    to_read = queries.to_read(user)
    return [
        desk.Task(_("Notices to read"), to_read, reverse("notices:desk-list"), urgent=to_read > 0),
        desk.Task(_("Notices that fit each other"), queries.new_proposals(user), reverse("notices:desk-proposals")),
    ]


def figures(user: Any, today: date) -> list[desk.Figure]:
    """The exchange in numbers."""
    live, through_us = queries.figures(today)
    return [
        desk.Figure(_("Active notices"), str(live), f"{reverse('notices:desk-list')}?tab=aktiv"),
        desk.Figure(_("Found through us in twelve months"), str(through_us)),
        desk.Figure(_("Introductions in 30 days"), str(queries.introduced_since(30))),
    ]


def find(user: Any, text: str) -> list[desk.Found]:
    """Notices by their words or their place."""
    rows = queries.found(user, tab="alle", q=text)[:LIMIT]
    return [
        desk.Found(row.title or str(row), row.desk_url(), str(row.get_kind_display()), str(row.get_state_display()))
        for row in rows
    ]


desk.menu.add(
    "notices",
    desk.MenuItem(gettext_lazy("Notices"), "notices:desk-list", Permission.NOTICE_WORK, queries.to_read),
    rank=9,
)
desk.fillings.add("notices", desk.Filling(Permission.NOTICE_WORK, tasks, figures, find), rank=35)
