"""Reading the log."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from deele.audit.enums import declared
from deele.audit.models import Entry, reference
from deele.audit.rules import Trace

MOST_RECORDS = 400  # SQLite takes a limited number of values in one statement


@dataclass(frozen=True)
class Wanted:
    """What to show of the log. Empty means everything; both days are included."""

    actor: str = ""
    event: str = ""
    about: str = ""
    since: date | None = None
    until: date | None = None
    looked_only: bool = False


@dataclass(frozen=True)
class Change:
    """One changed field in words."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Line:
    """A log entry as a page shows it."""

    entry: Entry
    changes: list[Change] = field(default_factory=list)


def history(about: Model) -> QuerySet[Entry]:
    """Everything written about one object, newest first."""
    return Entry.objects.filter(about=reference(about))


def wanted(filters: Wanted) -> QuerySet[Entry]:
    """The entries that fit all the filters, newest first."""
    found = Entry.objects.all()
    if filters.actor:
        found = found.filter(actor_name__icontains=filters.actor)
    if filters.event:
        found = found.filter(event=filters.event)
    if filters.about:
        found = found.filter(Q(about=filters.about) | Q(about_name__icontains=filters.about))
    if filters.looked_only:
        found = found.filter(event__in=[event.key for event in declared if event.looked])
    if filters.since:
        found = found.filter(at__gte=midnight(filters.since))
    if filters.until:
        found = found.filter(at__lt=midnight(filters.until + timedelta(days=1)))
    return found


def midnight(day: date) -> datetime:
    """The first instant of the day here."""
    return timezone.make_aware(datetime.combine(day, time.min))


def line(entry: Entry) -> Line:
    """The entry with its changed fields named as in the forms."""
    changes = entry.data.get("changes") if isinstance(entry.data, dict) else None
    pairs = changes.items() if isinstance(changes, dict) else []
    shaped = [(name, pair) for name, pair in pairs if isinstance(pair, list) and len(pair) == 2]
    return Line(entry, [Change(label_of(entry.about, name), str(pair[0]), str(pair[1])) for name, pair in shaped])


def label_of(about: str, name: str) -> str:
    """The name of a field as people read it; its own name where the model is gone."""
    try:
        model_field = apps.get_model(about.partition(":")[0])._meta.get_field(name)
    except (LookupError, ValueError, FieldDoesNotExist):
        return name
    return str(getattr(model_field, "verbose_name", name))


def traces(trace: Trace) -> Iterator[Entry]:
    """The entries that may name the person, oldest first, read in portions."""
    keys = keys_of(trace)
    for start in range(0, len(keys), MOST_RECORDS):
        yield from Entry.objects.filter(pk__in=keys[start : start + MOST_RECORDS]).order_by("pk")


def keys_of(trace: Trace) -> list[int]:
    """Numbers of the entries by the person, about their records, or naming the address."""
    found = set(Entry.objects.filter(actor_id__in=trace.accounts).values_list("pk", flat=True))
    records = sorted(trace.records)
    for start in range(0, len(records), MOST_RECORDS):
        part = Entry.objects.filter(about__in=records[start : start + MOST_RECORDS])
        found.update(part.values_list("pk", flat=True))
    if trace.email:
        word = trace.email
        named = Q(actor_name__icontains=word) | Q(about_name__icontains=word) | Q(data__icontains=word)
        found.update(Entry.objects.filter(named).values_list("pk", flat=True))
    return sorted(found)
