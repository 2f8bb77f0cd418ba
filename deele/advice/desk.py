"""What advice puts on the desk: the way to the log, and the week in numbers."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.advice.queries import contacts as queries
from deele.ui import desk


def figures(user: Any, today: date) -> list[desk.Figure]:
    """Contacts of this week."""
    week = queries.week(user, today)
    return [desk.Figure(_("Consultations this week"), str(week.now), reverse("advice:list"))]


desk.menu.add("advice", desk.MenuItem(gettext_lazy("Advice"), "advice:log", Permission.CASE_WORK), rank=5)
desk.fillings.add("advice", desk.Filling(Permission.CASE_WORK, None, figures, None), rank=5)
