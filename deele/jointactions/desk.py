"""What joint actions put on the desk."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.jointactions.queries import desk as queries
from deele.ui import desk

LIMIT = 8


def tasks(user: Any, today: date) -> list[desk.Task]:
    """What was sent in, what was proposed, what ends, what has to be taken down."""
    to_review, down = queries.to_review(), queries.to_take_down()
    review, actions = reverse("jointactions:desk-review"), reverse("jointactions:desk-list")
    return [
        desk.Task(_("Sent in, to look at"), to_review, review, urgent=to_review > 0),
        desk.Task(_("Withdrawn photos to take down"), down, review, urgent=down > 0),
        desk.Task(_("Joint actions to decide on"), queries.proposed(), f"{actions}?tab=vorschlag"),
        desk.Task(_("Calls that end within two weeks"), queries.ending(timezone.now()), f"{actions}?tab=laeuft"),
    ]


def find(user: Any, text: str) -> list[desk.Found]:
    """Actions by their words or who leads them."""
    rows = queries.found(tab="alle", q=text)[:LIMIT]
    kind = _("Joint action")
    return [desk.Found(row.title, row.desk_url(), kind, str(row.get_state_display())) for row in rows]


desk.menu.add(
    "jointactions",
    desk.MenuItem(gettext_lazy("Joint actions"), "jointactions:desk-list", Permission.ALLIANCE_WORK, queries.to_review),
    rank=53,
)
desk.fillings.add("jointactions", desk.Filling(Permission.ALLIANCE_WORK, tasks, None, find), rank=38)
