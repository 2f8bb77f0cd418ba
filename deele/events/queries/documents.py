"""An event as the search index and the open interface see it."""

from collections.abc import Iterator
from typing import Any

from deele.events.enums import Format
from deele.events.models import Event
from deele.events.models.event import EventQuerySet
from deele.office.enums import Theme
from deele.search.kinds import Document

SOURCE = "events"
RELATED = ("area", "series", "place__parent")
LISTED = ("days", "parts", "stops__entry__place", "programme")


def document(event: Event) -> Document:
    """What the index keeps of an event: only what everybody may read."""
    lat, lon = point(event)
    return Document(
        source=SOURCE,
        ref=str(event.pk),
        title=event.full_title,
        text=" ".join(filter(None, text_parts(event))),
        lat=lat,
        lon=lon,
        facets=facets(event),
        place_keys=place_keys(event),
        data={**row(event), "lat": lat, "lon": lon},
        feature={"id": event.pk, "title": event.full_title, "kind": event.kind, "url": event.get_absolute_url()},
    )


def point(event: Event) -> tuple[float | None, float | None]:
    """The middle of its place; nowhere for what is only online."""
    place = event.place
    if place is None or event.format == Format.ONLINE:
        return None, None
    if place.lat is None and place.parent is not None:
        place = place.parent
    return place.lat, place.lon


def place_keys(event: Event) -> list[str]:
    """Its place and everything above, and the same of the stops it visits."""
    places = [event.place, *(stop.entry.place for stop in event.stops.all() if stop.entry)]
    keys = [key for place in places if place for key in (place.key, *place.ancestor_keys)]
    return list(dict.fromkeys(keys))


def facets(event: Event) -> dict[str, list[str]]:
    """The filters of the open interface."""
    area = [event.area.key] if event.area else []
    return {"kind": [event.kind], "format": [event.format], "area": area, "theme": list(event.themes or [])}


def text_parts(event: Event) -> list[str]:
    """All public words of an event, without its title."""
    themes = dict(Theme.choices)
    place = event.place
    return [
        str(event.get_kind_display()),
        event.series.name if event.series else "",
        place.name if place else "",
        place.parent.name if place and place.parent else "",
        event.venue,
        event.town,
        event.host,
        event.cooperation,
        event.short_text,
        event.description,
        *(str(themes[key]) for key in event.themes or [] if key in themes),
        *(f"{part.name} {part.organisation}" for part in event.parts.all()),
        *(f"{item.title} {item.text}" for item in event.programme.all()),
        *(str(stop) for stop in event.stops.all()),
    ]


def row(event: Event) -> dict[str, Any]:
    """What a list row and the open interface show of an event. No places left: those are counted, not kept."""
    place = event.place
    return {
        "id": event.pk,
        "title": event.full_title,
        "kind": event.kind,
        "format": event.format,
        "state": event.state,
        "role": event.role,
        "short_text": event.short_text,
        "area": event.area.key if event.area else "",
        "themes": list(event.themes or []),
        "series": event.series.name if event.series else "",
        "number": event.number,
        "host": event.host,
        "venue": event.venue,
        "town": event.town,
        "place": place.name if place else "",
        "place_key": place.key if place else "",
        "starts_at": stamp(event.starts_at),
        "ends_at": stamp(event.ends_at),
        "dates": [date_row(day) for day in event.days.all()],
        "updated_at": stamp(event.updated_at),
        "url": event.get_absolute_url(),
    }


def date_row(day: Any) -> dict[str, Any]:
    """One date."""
    return {
        "starts_at": stamp(day.starts_at),
        "ends_at": stamp(day.ends_at),
        "has_time": day.has_time,
        "precision": day.precision,
        "title": day.title,
    }


def stamp(instant: Any) -> str | None:
    """An instant as machines write it."""
    return instant.isoformat() if instant else None


def with_all(events: EventQuerySet) -> EventQuerySet:
    """With everything a document needs."""
    return events.select_related(*RELATED).prefetch_related(*LISTED)


def all_documents() -> Iterator[Document]:
    """Every public event."""
    for event in with_all(Event.objects.public().order_by("pk")).iterator(chunk_size=500):
        yield document(event)
