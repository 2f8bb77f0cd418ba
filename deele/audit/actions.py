"""Writing the log. Called inside the transaction of the action it speaks of."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit.enums import EventType, declared
from deele.audit.models import Entry


class UndeclaredEvent(Exception):
    """The event type was never declared; the log would have no sentence for it."""


def reference(about: models.Model) -> str:
    """How the log names an object: app.model:pk."""
    return f"{about._meta.label_lower}:{about.pk}"


def record(
    event: EventType,
    *,
    by: AbstractBaseUser | None,
    about: models.Model,
    data: dict[str, Any] | None = None,
    now: datetime | None = None,
    actor_name: str = "",
) -> Entry:
    """Write one line. `by=None` is the house itself, or a person without an account named by `actor_name`.

    Raises UndeclaredEvent. `data` must be JSON and must not hold secrets.
    """
    if event.key not in declared:
        raise UndeclaredEvent(event.key)
    return Entry.objects.create(
        event=event.key,
        at=now or timezone.now(),
        actor_id=by.pk if by else None,
        actor_name=actor_name or (str(by) if by else _("The system")),
        about=reference(about),
        about_name=str(about)[:300],
        data=data or {},
    )
