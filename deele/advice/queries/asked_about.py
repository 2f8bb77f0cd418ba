"""What a page already knows when somebody asks from it: the place, the topic, the entry or event."""

from typing import Any

from deele.advice.enums import Topic
from deele.directory.models import Entry
from deele.events.models import Event
from deele.places import queries as places
from deele.places.fields import place_text


def initial(place_key: str, topic: str) -> dict[str, Any]:
    """The place and topic of the page somebody came from; what we do not know is left out."""
    known: dict[str, Any] = {}
    place = places.by_key(place_key[:60]) if place_key else None
    if place is not None:
        known["place_text"] = place_text(place)
    if topic in Topic.values:
        known["topic"] = topic
    return known


def about(ref: str) -> tuple[str, str]:
    """What is asked about as reference and title ("directory.entry:12"); empty for what is not public."""
    kind, _colon, number = ref.partition(":")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return "", ""
    rows: Any = {"eintrag": Entry.objects.public(), "veranstaltung": Event.objects.public()}.get(kind)
    found = rows.filter(pk=int(number)).first() if rows is not None else None
    return (f"{kind}:{number}", str(found)) if found is not None else ("", "")
