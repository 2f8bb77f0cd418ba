"""What marked passages and matches put on the desk."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.alliance.queries import marks, matches
from deele.ui import desk

WORK = Permission.ALLIANCE_WORK


def tasks(user: Any, today: date) -> list[desk.Task]:
    """Proposals to decide on, matches to look at."""
    return [
        desk.Task(_("Proposed passages of members"), marks.open_count(user), reverse("alliance:desk-mark-list")),
        desk.Task(_("Needs and offers that fit"), matches.new_count(user), reverse("alliance:desk-matches")),
    ]


def figures(user: Any, today: date) -> list[desk.Figure]:
    """What was brought together."""
    agreed, results = matches.figures()
    return [
        desk.Figure(_("Members brought together"), str(agreed), f"{reverse('alliance:desk-matches')}?tab=vereinbart"),
        desk.Figure(_("Members brought together, with a result"), str(results)),
    ]


def find(user: Any, text: str) -> list[desk.Found]:
    """Members are found by the alliance itself."""
    return []


desk.menu.add(
    "alliance-matches",
    desk.MenuItem(gettext_lazy("Offer meets need"), "alliance:desk-matches", WORK, matches.new_count),
    rank=51,
)
desk.fillings.add("alliance-marks", desk.Filling(WORK, tasks, figures, find), rank=46)
