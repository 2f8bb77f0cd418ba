"""What working groups put on the desk."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.groups.models import SessionMail
from deele.groups.queries import groups
from deele.ui import desk

WORK = Permission.ALLIANCE_WORK
LIMIT = 8


def tasks(user: Any, today: date) -> list[desk.Task]:
    """Groups that members propose, and groups at work that nobody leads."""
    proposed, headless = groups.proposed(user), groups.without_lead(user).count()
    found = [
        desk.Task(
            _("Proposed working groups"), proposed, f"{reverse('groups:desk-list')}?tab=vorgeschlagen",
            urgent=proposed > 0,
        )
    ]  # fmt: skip
    waiting = SessionMail.objects.waiting().count()
    if waiting:
        found.append(desk.Task(_("Answers to invitations to look at"), waiting, reverse("groups:desk-mails")))
    if headless:
        found.append(desk.Task(_("Working groups nobody leads"), headless, reverse("groups:desk-list"), urgent=True))
    return found


def find(user: Any, text: str) -> list[desk.Found]:
    """Groups by name or mandate."""
    rows = groups.found(user, tab="alle", q=text)[:LIMIT]
    return [desk.Found(row.name, row.desk_url(), _("Working group"), str(row.get_state_display())) for row in rows]


desk.menu.add(
    "groups", desk.MenuItem(gettext_lazy("Working groups"), "groups:desk-list", WORK, groups.proposed), rank=52
)
desk.fillings.add("groups", desk.Filling(WORK, tasks, None, find), rank=46)
