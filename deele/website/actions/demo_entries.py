"""A few entries brought to life for the demonstration: what a Monday morning at the desk looks like.

All of them are invented and carry the word Muster. They go through the actions of the directory, so history, index,
likeness and outgoing mail are what they would be.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from deele.core.freshness import Method
from deele.directory.actions import entries, life
from deele.directory.enums import ContactWay, Precision, State
from deele.directory.models import Entry
from deele.likeness import actions as likeness
from deele.office.models import Area
from deele.places import queries as places

SOURCE = "Erfundenes Beispiel"
AGO = {
    State.SUBMITTED: timedelta(days=3),
    State.PUBLISHED: timedelta(0),
    State.DUE: timedelta(days=372),
}
BEGUN = {"demo-6": timedelta(days=40), "demo-7": timedelta(days=5)}


@dataclass(frozen=True)
class Story:
    """One invented entry and where it stands. `place` is a key of the register."""

    ref: str
    title: str
    kind: str
    place: str
    line: str
    state: str
    text: str = ""
    covers: str = ""
    street: str = ""
    more: dict[str, Any] = field(default_factory=dict)


STORIES = (
    Story(
        "demo-1", "Wohnprojekt Muster am Allerbogen", "gemeinschaftliches_wohnprojekt", "03361012",
        "Acht Haushalte zwischen 30 und 75 suchen ein Grundstück in der Stadt.", State.SUBMITTED,
        more={"phase": "objektsuche", "seeking": True, "seeking_what": "zwei Haushalte mit Kindern"},
    ),
    Story(
        "demo-2", "Dorftreff Muster Alte Schule", "dorftreffpunkt", "03361005",
        "Kaffee, Bücherschrank und Mittagstisch, jeden Mittwoch und Freitag.", State.SUBMITTED,
        street="Schulweg 1",
    ),
    Story(
        "demo-3", "Nachbarschaftshilfe Muster Hand in Hand", "nachbarschaftshilfe", "03254021",
        "Fahrten, Einkäufe und Besuche in der ganzen Stadt.", State.SUBMITTED,
    ),
    Story(
        "demo-4", "Pflege-WG Muster im Apfelhof", "pflege_wg", "03353005",
        "Zehn Zimmer in einer umgebauten Hofstelle, selbstbestimmt durch die Angehörigen.", State.DUE,
        text="Ein Pflegedienst aus dem Ort ist rund um die Uhr da. Gekocht wird in der großen Küche.",
    ),
    Story(
        "demo-5", "Nachbarschaftstreff Muster Lindenplatz", "nachbarschaftstreff", "03241001",
        "Offenes Wohnzimmer für das Quartier mit Beratung am Donnerstag.", State.DUE, street="Lindenplatz 3",
        more={"operator": "Nachbarschaftsverein Muster"},
    ),
    Story(
        "demo-6", "Mehrgenerationenhaus Muster Brunnenhof", "mehrgenerationenhaus", "03254021",
        "Treffpunkt für alle Lebensalter mit Werkstatt und Café.", State.PUBLISHED, street="Brunnenstraße 12",
    ),
    Story(
        "demo-7", "MGH Muster Brunnenhof e.V.", "mehrgenerationenhaus", "03254021",
        "Café, Werkstatt und Kurse für Jung und Alt.", State.PUBLISHED, street="Brunnenstr. 12",
    ),
    Story(
        "demo-8", "Senioren- und Pflegestützpunkt Muster im Landkreis Verden", "senioren_pflegestuetzpunkt", "03361012",
        "Rat zu Pflege, Wohnen und Hilfen für alle Gemeinden des Landkreises.", State.PUBLISHED, covers="03361",
        text="Die Beratung ist kostenlos. Auf Wunsch kommt jemand zu Ihnen nach Hause.",
        more={"opening_hours": "Montag bis Donnerstag 9 bis 12 Uhr", "public_phone": "04231 000000"},
    ),
    Story(
        "demo-9", "Gemeinschaftliches Wohnprojekt Muster Mühlengarten", "gemeinschaftliches_wohnprojekt", "03241001",
        "Vierzehn Wohnungen, ein Garten, eine Werkstatt. Zwei Wohnungen werden im Sommer frei.", State.PUBLISHED,
        text="Wir wohnen seit einigen Jahren zusammen, zur Miete und mit Wohnberechtigungsschein.",
        more={
            "phase": "wohnen", "seeking": True, "seeking_what": "ein Paar oder zwei Einzelpersonen über 60",
            "legal_form": "wohnungsgesellschaft", "opening_year": 2019,
        },
    ),
)  # fmt: skip


@transaction.atomic
def make(now: datetime) -> int:
    """Make the stories whose place is loaded and which are not there yet; returns how many."""
    known = set(Entry.objects.filter(external_id__startswith="demo-").values_list("external_id", flat=True))
    made = [story for story in STORIES if story.ref not in known and tell(story, now)]
    if made:
        likeness.propose(source="directory", now=now)
    return len(made)


def tell(story: Story, now: datetime) -> bool:
    """Bring one entry where its story says. False where its place is unknown."""
    place = places.by_key(story.place)
    if place is None:
        return False
    covers = [found for key in filter(None, [story.covers]) if (found := places.by_key(key))]
    begun = now - BEGUN.get(story.ref, AGO[State(story.state)])
    entry = entries.create(
        values=values_of(story, place), by=None, now=begun, covers=covers, addresses=addresses_of(story, place)
    )
    bring(entry, story.state, begun, now)
    return True


def values_of(story: Story, place: Any) -> dict[str, Any]:
    """The fields of the entry."""
    return {
        "title": story.title,
        "kind": story.kind,
        "place": place,
        "short_text": story.line,
        "description": story.text,
        "precision": Precision.LOCALITY,
        "area": Area.objects.filter(key="neue-wohnformen").first(),
        "contact_way": ContactWay.RELAY,
        "contact_name": "Ansprechperson Muster",
        "contact_email": f"{story.ref}@muster.example",
        "external_id": story.ref,
        "source": SOURCE,
        "as_of": timezone.localdate(),
        **story.more,
    }


def addresses_of(story: Story, place: Any) -> list[dict[str, str]]:
    """The address, if the story has one."""
    codes = places.postcodes_of(place)
    if not story.street:
        return []
    return [{"street": story.street, "postcode": codes[0] if codes else "", "town": place.name}]


def bring(entry: Entry, state: str, begun: datetime, now: datetime) -> None:
    """Walk the entry through its life by allowed moves."""
    if state == State.SUBMITTED:
        life.move(entry=entry, to=State.SUBMITTED, by=None, now=begun, house=True)
        return
    life.move(entry=entry, to=State.PUBLISHED, by=None, now=begun, house=True)
    life.confirm(entry=entry, by=None, now=begun, method=Method.MAIL_LINK)
    if state == State.DUE:
        life.become_due(entry=entry, now=now)
