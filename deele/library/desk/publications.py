"""Publications, orders and links on the desk."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.library.models import Publication
from deele.library.queries import publication_desk as queries
from deele.ui import desk

LIMIT = 8


def tasks(user: Any, today: date) -> list[desk.Task]:
    """Parcels to send, files that were not taken, links that lead nowhere."""
    waiting = queries.open_orders()
    return [
        desk.Task(_("Printed copies to send"), waiting, reverse("library:desk-orders"), urgent=waiting > 0),
        desk.Task(_("Files that were not taken"), queries.waiting_files(), reverse("library:desk-list")),
        desk.Task(_("Dead links"), queries.dead_links(), reverse("library:desk-links")),
    ]


def figures(user: Any, today: date) -> list[desk.Figure]:
    """The library in numbers."""
    return [
        desk.Figure(_("Publications"), str(Publication.objects.newest().count()), reverse("library:desk-list")),
    ]


def find(user: Any, text: str) -> list[desk.Found]:
    """Publications by title or author."""
    rows = queries.found(user, q=text)[:LIMIT]
    return [
        desk.Found(row.full_title, row.desk_url(), str(row.get_kind_display()), str(row.get_state_display()))
        for row in rows
    ]


desk.menu.add(
    "library",
    desk.MenuItem(gettext_lazy("Library"), "library:desk-list", Permission.LIBRARY_EDIT, queries.open_orders),
    rank=24,
)
desk.fillings.add("library", desk.Filling(Permission.LIBRARY_EDIT, tasks, figures, find), rank=45)
