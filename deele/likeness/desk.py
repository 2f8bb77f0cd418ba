"""What likeness puts on the desk: the overlaps that wait."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from deele.access.enums import Permission
from deele.likeness.queries import overlaps
from deele.ui import desk


def waiting(user: Any) -> int:
    """How many overlaps nobody decided about."""
    return overlaps.radar().count()


def tasks(user: Any, today: date) -> list[desk.Task]:
    """Overlaps to decide."""
    return [desk.Task(_("Overlaps nobody decided about"), waiting(user), reverse("likeness:radar"))]


desk.menu.add(
    "overlaps",
    desk.MenuItem(pgettext_lazy("menu", "Overlaps"), "likeness:radar", Permission.ALLIANCE_WORK, waiting),
    rank=58,
)
desk.fillings.add("overlaps", desk.Filling(Permission.ALLIANCE_WORK, tasks), rank=58)
