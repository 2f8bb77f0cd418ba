"""What privacy puts on the desk: overdue personal data."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access.enums import Permission
from deele.privacy.queries.rows import late_on
from deele.ui.desk import Filling, MenuItem, Task, fillings, menu


def tasks(user: Any, day: date) -> list[Task]:
    """Records the worker should have ended: those overdue since yesterday or longer, for it runs once a day."""
    late = late_on(day)
    return [Task(_("Personal data past its term"), late, reverse("privacy:dashboard"))] if late else []


menu.add("privacy", MenuItem(_("Privacy"), "privacy:dashboard", Permission.PRIVACY_ACT), rank=91)
fillings.add("privacy", Filling(Permission.PRIVACY_ACT, tasks=tasks), rank=91)
