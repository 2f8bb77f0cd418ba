"""What members of the alliance put on the desk."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.alliance.queries import desk as queries
from deele.alliance.queries.overview import figures as members
from deele.ui import desk

LIMIT = 8


def tasks(user: Any, today: date) -> list[desk.Task]:
    """Enquiries, drafts to agree to, reviews nobody answered."""
    counts, url = queries.counts(timezone.now()), reverse("alliance:desk-list")
    rows = (
        (_("Enquiries to join the alliance"), "enquiries", "anfragen"),
        (_("Profiles of members to agree to"), "drafts", "abstimmen"),
        (_("Profiles of members not confirmed"), "overdue", "ueberfaellig"),
    )
    return [
        desk.Task(label, counts[key], f"{url}?tab={tab}", urgent=key == "enquiries" and counts[key] > 0)
        for label, key, tab in rows
    ]


def figures(user: Any, today: date) -> list[desk.Figure]:
    """The alliance in numbers."""
    return [desk.Figure(row["label"], str(row["figure"]), row["href"]) for row in members()[:2]]


def find(user: Any, text: str) -> list[desk.Found]:
    """Members by name, former name, place or person."""
    asked = {"tab": "alle", "q": text, "art": "", "basis": ""}
    rows = queries.found(asked, timezone.now())[:LIMIT]
    return [
        desk.Found(row.name, row.desk_url(), str(row.get_kind_display()), str(row.get_state_display())) for row in rows
    ]


desk.menu.add(
    "alliance",
    desk.MenuItem(gettext_lazy("Alliance"), "alliance:desk-list", Permission.ALLIANCE_WORK, queries.waiting),
    rank=50,
)
desk.fillings.add("alliance", desk.Filling(Permission.ALLIANCE_WORK, tasks, figures, find), rank=45)
