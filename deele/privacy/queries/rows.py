"""Which rows belong to a person, and which have outlived their term."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_
from typing import Any

from django.core.cache import cache
from django.db import models
from django.db.models import Min, Q, QuerySet
from django.utils import timezone

from deele.privacy import kinds, rules
from deele.privacy.kinds import Registration

LATE, LATE_SECONDS = "privacy.late", 600


@dataclass(frozen=True)
class Overdue:
    """Rows of one model whose term has passed."""

    registration: Registration
    count: int
    oldest: date | datetime


@dataclass(frozen=True)
class Holding:
    """Rows of one model that belong to a person."""

    registration: Registration
    keys: list[Any]

    @property
    def rows(self) -> Iterator[models.Model]:
        """The rows, oldest first."""
        manager = self.registration.model._base_manager
        return manager.filter(pk__in=self.keys).order_by("pk").iterator(chunk_size=200)


def of_person(registration: Registration, email: str) -> QuerySet[Any]:
    """The rows of the model that belong to this address; none where the model knows no person."""
    rows = registration.model._base_manager.all()
    if not registration.person:
        return rows.none()
    return rows.filter(reduce(or_, [Q(**{f"{path}__iexact": email}) for path in registration.person]))


def holdings(email: str) -> list[Holding]:
    """Everything the register finds for the address, model by model; models without rows are left out."""
    found = [
        Holding(registration, sorted(set(of_person(registration, email).values_list("pk", flat=True))))
        for registration in kinds.register_of
    ]
    return [holding for holding in found if holding.keys]


def last_field(model: type[models.Model], path: str) -> models.Field:
    """The field a path such as "entry__archived_at" ends in."""
    *steps, name = path.split("__")
    for step in steps:
        model = model._meta.get_field(step).related_model  # type: ignore[assignment]
    return model._meta.get_field(name)  # type: ignore[return-value]


def due(registration: Registration, now: datetime) -> QuerySet[Any]:
    """Rows whose term has passed and that still hold something.

    A term counts whole days after a date, and to the instant after an instant.
    """
    rows, term = registration.model._base_manager.all(), registration.term
    if term is None or not term.after:
        return rows.none()
    reach = timedelta(days=term.days)
    if isinstance(last_field(registration.model, term.after), models.DateTimeField):
        rows = rows.filter(**{f"{term.after}__lte": now - reach})
    else:
        rows = rows.filter(**{f"{term.after}__lt": timezone.localdate(now) - reach})
    return rows if term.then == "delete" else rows.filter(holding_something(registration))


def holding_something(registration: Registration) -> Q:
    """The rows with at least one personal or secret field that is not empty."""
    fields = [field for field in registration.model._meta.concrete_fields if field.name in registration.to_empty]
    return reduce(or_, [rules.still_holds(field) for field in fields], Q(pk__in=[]))


def overdue(now: datetime) -> list[Overdue]:
    """What has outlived its term, model by model, with the oldest; empty when retention has done its work."""
    found = []
    for registration in kinds.register_of:
        rows = due(registration, now)
        if registration.term and (count := rows.count()):
            oldest = rows.aggregate(oldest=Min(registration.term.after))["oldest"]
            found.append(Overdue(registration, count, oldest))
    return found


def late_on(day: date) -> int:
    """How many records were overdue at the beginning of the day before; kept a while, or until retention has run.

    Every register with a term is asked, some sixty queries, and the start page of the desk wants to know.
    """
    return int(cache.get_or_set(LATE, lambda: count_late(day), LATE_SECONDS) or 0)


def count_late(day: date) -> int:
    """The same, counted now."""
    yesterday = timezone.make_aware(datetime.combine(day, time.min)) - timedelta(days=1)
    return sum(one.count for one in overdue(yesterday))
