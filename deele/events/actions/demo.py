"""Events of the demonstration: what the calendar of an office looks like. Invented, and everybody is called Muster.

The patterns are real ones of the field: an excursion with three stops, a bus and a choice for the eve; a training
course of six days; an online series with a free kick-off and blocks that cost; a conference that is over.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from deele.directory.models import Entry
from deele.events.actions import index, planning, registrations
from deele.events.enums import Format, Invoicing, Kind, OptionKind, PartRole, Priority, Proof, State
from deele.events.kinds import Contact, InvoiceTo, Person
from deele.events.models import CarrierMember, Event, Series
from deele.money.actions import demo as money
from deele.office.models import Area
from deele.places import queries as places

SOURCE = "Erfundenes Beispiel"
STOPS = ("nds-050", "nds-025", "nds-097")  # entries of the starter the excursion visits


@dataclass(frozen=True)
class Story:
    """One invented event. Days are counted from today and moved to the weekday given (0 is Monday)."""

    ref: str
    values: dict[str, Any]
    days: Sequence[dict[str, Any]]
    state: str = State.OPEN
    place: str = ""
    area: str = "neue-wohnformen"
    series: str = ""
    number: int | None = None
    rows: dict[str, Any] = field(default_factory=dict)


def local(day: date, hour: int, minute: int = 0) -> datetime:
    """The moment our clock shows this."""
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def weekday_after(today: date, days: int, weekday: int) -> date:
    """The first such weekday at least so many days from today."""
    day = today + timedelta(days=days)
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def day_of(day: date, begins: tuple[int, int], ends: tuple[int, int], title: str = "") -> dict[str, Any]:
    """A row for the days of an event."""
    return {"title": title, "starts_at": local(day, *begins), "ends_at": local(day, *ends)}


def excursion(today: date) -> Story:
    """Three houses in a day by bus, with a walk on the eve."""
    day = weekday_after(today, 70, 3)
    closes = local(day - timedelta(days=18), 23, 59)
    return Story(
        "demo-event-1",
        {
            "title": "Neues Wohnen unterwegs: drei Häuser an einem Tag",
            "kind": Kind.EXCURSION,
            "short_text": "Mit dem Bus zu drei Wohnprojekten auf dem Land, mit Gesprächen vor Ort.",
            "description": (
                "Wir besuchen drei Häuser, die sehr verschieden entstanden sind: auf Anregung einer Stiftung, einer "
                "Gruppe und eines privaten Eigentümers. In jedem Haus sprechen wir mit denen, die dort wohnen, und "
                "mit denen, die es möglich gemacht haben. Unterwegs im Bus ist Zeit für Fragen."
            ),
            "themes": ["wohnen", "laendlicher_raum", "umnutzung"],
            "audience": ["kommune_verwaltung", "wohnungswirtschaft", "initiative"],
            "venue": "Hauptbahnhof, Rückseite, Bussteig 4",
            "town": "Hannover",
            "accessibility": (
                "Der Bus hat einen Lift und einen Platz für einen Rollstuhl. Zwei der drei Häuser sind ohne Stufen "
                "erreichbar. Bitte sagen Sie uns, was Sie brauchen."
            ),
            "cooperation": "Kommunalverband Muster\nBank Muster\nNachbarschaftsverein Muster",
            "closes_at": closes,
            "capacity": 40,
            "minimum": 20,
            "minimum_by": (closes - timedelta(days=1)).date(),
            "priority": Priority.RESIDENTS_FIRST,
            "priority_until": local(day - timedelta(days=40), 12),
            "price_note": "Bus, Seminarmappe und Imbiss sind enthalten.",
            "cancel_free_until": closes,
            "cancel_fee_percent": 50,
            "asks_photo_consent": True,
            "has_participant_list": True,
            "certificate_hours": 6,
        },
        [day_of(day, (10, 0), (17, 30))],
        place="03241001",
        rows={
            "prices": [
                {"title": "Regulär", "amount_cents": 6900},
                {"title": "Mitglied des Trägers", "amount_cents": 4800, "proof": Proof.MEMBER},
            ],
            "options": [
                {
                    "kind": OptionKind.EXCURSION,
                    "title": "Rundgang am Vorabend",
                    "note": f"{(day - timedelta(days=1)):%d.%m.}, 17 bis 19 Uhr, durch das Musterviertel",
                    "capacity": 12,
                },
                {"kind": OptionKind.LUNCH, "title": "Vegetarischer Imbiss"},
            ],
            "programme": [
                {"starts": time(10), "title": "Abfahrt"},
                {"starts": time(13), "ends": time(13, 45), "title": "Imbiss im Gemeinschaftsraum"},
                {"starts": time(17, 30), "title": "Ankunft am Hauptbahnhof"},
            ],
        },
    )


def course(today: date) -> Story:
    """Six days for volunteer advisers on adapting homes."""
    first = weekday_after(today, 45, 1)
    titles = (
        "Ankommen, Aufgaben der Wohnberatung", "Die Wohnung anpassen", "Hilfsmittel und Technik im Alltag",
        "Was bezahlt wer? Finanzierung", "Andere Wohnformen", "Öffentlichkeit, Abschluss",
    )  # fmt: skip
    return Story(
        "demo-event-2",
        {
            "title": "Grundlagenschulung für ehrenamtliche Wohnberatung",
            "kind": Kind.COURSE,
            "short_text": "Sechs Tage, nach denen Sie andere beim Anpassen ihrer Wohnung beraten können.",
            "description": (
                "Für Menschen, die in ihrem Landkreis ehrenamtlich beraten wollen. Sie brauchen keine Vorkenntnisse, "
                "aber Freude am Gespräch. Wer an fünf von sechs Tagen da war, bekommt eine Bescheinigung."
            ),
            "themes": ["barrierefreiheit", "buergerschaftliches_engagement"],
            "audience": ["ehrenamt_wohnberatung"],
            "venue": "Seniorenbüro Muster",
            "town": "Hildesheim",
            "accessibility": "Stufenlos, Induktionsschleife im Raum.",
            "capacity": 18,
            "closes_at": local(first - timedelta(days=14), 23, 59),
            "certificate_hours": 36,
            "certificate_days": 5,
            "group_limit": 2,
        },
        [day_of(first + timedelta(weeks=number), (9, 30), (16, 30), title) for number, title in enumerate(titles)],
        place="03254021",
        area="wohnberatung",
    )


def online_series(today: date) -> Story:
    """A free kick-off and three blocks that cost."""
    first = weekday_after(today, 30, 2)
    blocks = ("Wohnen im Dorf", "Pflege in der Nähe", "Nachbarschaft, die trägt")
    days = [day_of(first, (16, 30), (19, 0), "Auftakt (kostenfrei)")]
    days += [day_of(first + timedelta(weeks=2 * n), (16, 30), (19, 0), name) for n, name in enumerate(blocks, start=1)]
    options = [
        {
            "kind": OptionKind.BLOCK,
            "title": f"Block {n}: {name}",
            "amount_cents": 2800,
            "note": f"{first + timedelta(weeks=2 * n):%d.%m.%Y}, mit digitalen Unterlagen",
            "capacity": 60,
        }
        for n, name in enumerate(blocks, start=1)
    ]
    return Story(
        "demo-event-3",
        {
            "title": "Online-Reihe: Wohnen, Pflege, Nachbarschaft",
            "kind": Kind.ONLINE_TRAINING,
            "format": Format.ONLINE,
            "short_text": "Ein kostenfreier Auftakt und drei Abende für Rat und Verwaltung.",
            "description": (
                "Was kann eine kleine Gemeinde tun, damit Menschen bleiben können? Der Auftakt ist kostenfrei; jeden "
                "der drei Abende können Sie einzeln dazu buchen."
            ),
            "themes": ["daseinsvorsorge", "kommunale_steuerung", "laendlicher_raum"],
            "audience": ["kommune_politik", "kommune_verwaltung"],
            "meeting_link": "https://treffen.example/muster",
            "accessibility": "Mit Untertiteln. Folien kommen vorher.",
            "price_note": "28 € je Block, einschließlich digitaler Unterlagen. Der Auftakt ist kostenfrei.",
            "capacity": 150,
            "invoicing": Invoicing.TOGETHER,
        },
        days,
        rows={"options": options},
    )


def conference(today: date) -> Story:
    """A conference that is over and documented."""
    day = weekday_after(today, -60, 3)
    return Story(
        "demo-event-4",
        {
            "title": "Fachtag Muster: Alte Häuser, neues Wohnen",
            "kind": Kind.CONFERENCE,
            "short_text": "Was aus Schulen, Höfen und Gasthöfen werden kann.",
            "themes": ["umnutzung", "innenentwicklung_leerstand"],
            "venue": "Stadthalle Muster",
            "town": "Osterode am Harz",
            "capacity": 160,
            "report": (
                "Am Vormittag ging es um drei Gebäude und ihre Geschichte, am Nachmittag um Geld und Recht. Auf dem "
                "Markt der Möglichkeiten stellten sich zwölf Projekte vor."
            ),
        },
        [day_of(day, (9, 30), (16, 0))],
        state=State.DOCUMENTED,
        place="03159026",
        series="Fachtag Muster",
        number=3,
        rows={"parts": [{"name": "Rednerin Muster", "organisation": "Hochschule Muster", "role": PartRole.SPEAKER}]},
    )


@transaction.atomic
def make(now: datetime) -> int:
    """Make the events that are missing, and people who come; returns how many events."""
    money.furnish(now=now)  # a carrier without bank data can't bill anybody
    today = timezone.localdate(now)
    stories = [excursion(today), course(today), online_series(today), conference(today)]
    known = set(Event.objects.filter(external_id__startswith="demo-event-").values_list("external_id", flat=True))
    made = [story for story in stories if story.ref not in known]
    for story in made:
        event = tell(story, now)
        if story.ref == "demo-event-1":
            fill(event, now)
    return len(made)


def tell(story: Story, now: datetime) -> Event:
    """Plan the event and bring it where its story says."""
    area = Area.objects.filter(key=story.area).first()
    rows = {**story.rows, "days": story.days}
    if story.ref == "demo-event-1":
        rows["stops"] = stops()
    series = Series.objects.get_or_create(name=story.series)[0] if story.series else None
    values = {
        **story.values,
        "area": area,
        "series": series,
        "number": story.number,
        "place": places.by_key(story.place) if story.place else None,
        "source": SOURCE,
        "external_id": story.ref,
    }
    event = planning.create(values=values, rows=rows, by=None, now=now)
    event.state, event.state_since, event.public_since = story.state, now, now
    event.version += 1
    event.save(update_fields=["state", "state_since", "public_since", "version", "updated_at"])
    index.refresh(event)
    return event


def stops() -> list[dict[str, Any]]:
    """Three entries of the starter, where they are loaded."""
    found = {entry.external_id: entry for entry in Entry.objects.public().filter(external_id__in=STOPS)}
    times = ((time(10, 45), time(12, 15)), (time(12, 45), time(14, 30)), (time(15), time(16, 30)))
    return [
        {"entry": found[ref], "arrives": arrives, "leaves": leaves, "host": "Bewohnerin Muster"}
        for ref, (arrives, leaves) in zip(STOPS, times, strict=True)
        if ref in found
    ]


def fill(event: Event, now: datetime) -> None:
    """People who come to the excursion: a town hall, a group, somebody who claims to be a member."""
    regular, member = event.prices.order_by("rank")
    eve = event.options.order_by("rank").first()
    if event.area:
        CarrierMember.objects.get_or_create(
            carrier=event.area.carrier, name="Wohnprojekt Muster e. V.", defaults={"email": "vorstand@muster.example"}
        )
    town_hall = InvoiceTo("Gemeinde Muster", "Rathausplatz 1\n27308 Musterdorf", "kasse@gemeinde.example", "HH 4711")
    guests = (
        ("Sozialplanerin Muster", "sozial@gemeinde.example", "kommune_verwaltung", regular, 2, town_hall),
        ("Vorstand Muster", "vorstand@muster.example", "bewohntes_projekt", member, 3, InvoiceTo("Vorstand Muster")),
        ("Initiatorin Muster", "initiative@muster.example", "initiative", member, 1, InvoiceTo("Initiatorin Muster")),
    )
    place = places.by_key("03361007")
    for name, email, audience, price, number, invoice in guests:
        people = [
            Person(
                name if n == 0 else f"{name} ({n + 1})", price_pk=price.pk, options=(eve.pk,) if eve and n == 0 else ()
            )
            for n in range(number)
        ]
        contact = Contact(
            name, email, audience=audience, place_pk=place.pk if place else None, is_resident=True, invoice=invoice
        )
        registrations.register(event=event, contact=contact, people=people, by=None, now=now, form=f"demo-{email}")
