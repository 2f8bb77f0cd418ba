"""What the outbox puts on the desk."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.access.enums import Permission
from deele.mail import queries
from deele.mail.enums import State
from deele.ui.desk import Filling, MenuItem, Task, fillings, menu


def needs_somebody(user: Any) -> int:
    """How many messages a person must decide upon."""
    return queries.waiting(timezone.now()).needs_somebody


def tasks(user: Any, day: date) -> list[Task]:
    """Failed and doubtful messages, and a way out that is shut."""
    found, state, page = queries.waiting(timezone.now()), queries.state(), reverse("mail:list")
    every = [
        Task(_("Mails that failed"), found.failed, f"{page}?zustand={State.FAILED}"),
        Task(_("Mails of which nobody knows whether they arrived"), found.doubtful, f"{page}?zustand={State.DOUBTFUL}"),
        Task(_("All mail is stopped"), found.held or 1 if state.muted else 0, page, urgent=True),
        Task(_("The mail server can't be reached"), found.queued or 1 if state.trouble else 0, page, urgent=True),
    ]
    return [task for task in every if task.count]


menu.add("mail", MenuItem(_("Mail"), "mail:list", Permission.MAIL_SEE, needs_somebody), rank=80)
fillings.add("mail", Filling(Permission.MAIL_SEE, tasks=tasks), rank=80)
