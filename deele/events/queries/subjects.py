"""Events as the engine for overlaps takes them (likeness.kinds)."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.events.enums import State
from deele.events.models import Event
from deele.likeness.kinds import Subject, numbers

KEY = "events.event"
OVER_FOR = timedelta(days=300)  # what is longer past is no plan that somebody could join
GONE = (State.CALLED_OFF,)


def ref(event: Event) -> str:
    """How the engine calls it."""
    return f"{KEY}:{event.pk}"


def counts(event: Event) -> bool:
    """Whether it is planned in earnest or has been not long ago."""
    is_past = event.ends_at is not None and event.ends_at < timezone.now() - OVER_FOR
    return event.state not in GONE and not is_past


def subject(event: Event) -> Subject:
    """What others could be planning too. The house says whose it is by the host, or by its area of work."""
    place = event.place
    begins, ends = event.starts_at, event.ends_at or event.starts_at
    return Subject(
        ref=ref(event),
        title=event.title,
        text=f"{event.short_text}\n{event.description}".strip(),
        owner=event.host or (str(event.area) if event.area else _("the office")),
        themes=tuple(event.themes or ()),
        place_keys=(place.key, *place.ancestor_keys) if place else (),
        begins=timezone.localdate(begins) if begins else None,
        ends=timezone.localdate(ends) if ends else None,
    )


def subjects(refs: Iterable[str] | None = None) -> Iterator[Subject]:
    """The present state of these, or of all that count."""
    rows = Event.objects.exclude(state__in=GONE).select_related("area", "place")
    rows = rows.filter(Q(ends_at=None) | Q(ends_at__gte=timezone.now() - OVER_FOR))
    if refs is not None:
        rows = rows.filter(pk__in=numbers(KEY, refs))
    for event in rows.order_by("pk").iterator(chunk_size=500):
        yield subject(event)


def url(one: str, user: Any) -> str:
    """The desk page for whoever plans it, the public one for all, nothing where neither is open."""
    mine = Event.objects.editable_by(user).filter(pk__in=numbers(KEY, [one])).first()
    if mine is not None:
        return mine.desk_url()
    public = Event.objects.public().filter(pk__in=numbers(KEY, [one])).first()
    return public.get_absolute_url() if public else ""
