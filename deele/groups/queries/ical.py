"""A calendar file of a group, whatever it holds."""

from collections.abc import Iterable

from icalendar import Calendar, Event

from deele.events.queries.ical import PRODUCT, add_name, organiser_of


def written(entries: Iterable[Event], name: str = "", method: str = "PUBLISH") -> bytes:
    """A calendar file, in the zone of its hours. With a name one can subscribe to it."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    if name:
        add_name(calendar, name)
    organiser = organiser_of()
    for entry in entries:
        if organiser is not None:
            entry.add("organizer", organiser, encode=False)
        calendar.add_component(entry)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
