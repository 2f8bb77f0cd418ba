"""What accompaniment puts on the desk: the way to the plans, proofs and deadlines of their applications."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.accompaniment.queries import applications
from deele.ui import desk

AHEAD = timedelta(weeks=4)


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
    "accompaniment", desk.MenuItem(gettext_lazy("Accompaniment"), "accompaniment:list", Permission.CASE_WORK), rank=6
)
desk.fillings.add("plan-money", desk.Filling(Permission.CASE_WORK, money_tasks), rank=7)
