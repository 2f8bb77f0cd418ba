"""Taking in a table of events: a verdict for every row first, then all of it in one transaction.

A row is known again by its id. What a person has to look at comes in too, as a draft with its reasons in the note for
the office; nothing doubtful becomes public by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.audit import queries as log
from deele.events import enums
from deele.events.actions import index, planning
from deele.events.enums import Proof, Registering, State
from deele.events.models import Event, Series
from deele.events.readers import event_rows
from deele.events.readers.event_rows import EventRow
from deele.office.models import Area
from deele.places import queries as places
from deele.places.models import Place

SOURCE = "events.csv"
REGULAR, MEMBER = "Regulär", "Mitglied"


class Verdict(StrEnum):
    """What a row means."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    PERSON = "person"  # comes in as a draft, somebody has to look


@dataclass
class Judged:
    """A row, what it means, and why."""

    row: EventRow
    verdict: Verdict
    place: Place | None = None
    event: Event | None = None
    reasons: list[str] = field(default_factory=list)


def judge(rows: Iterable[EventRow]) -> list[Judged]:
    """A verdict for every row; writes nothing."""
    found = list(rows)
    ids = [row.external_id for row in found if row.external_id]
    known = {event.external_id: event for event in Event.objects.filter(external_id__in=ids)}
    return [judge_one(row, known.get(row.external_id)) for row in found]


def judge_one(row: EventRow, event: Event | None) -> Judged:
    """One row beside what is known of it."""
    place, doubt = place_of(row)
    problems = [*row.problems, *([doubt] if doubt else [])]
    judged = Judged(row, Verdict.NEW, place, event, [*problems, *row.notes])
    if event is None:
        judged.verdict = Verdict.PERSON if problems else Verdict.NEW
    elif differs(event, values_of(judged)):
        judged.verdict = Verdict.PERSON if touched(event) else Verdict.CHANGED
        if judged.verdict == Verdict.PERSON:
            judged.reasons.append(_("The office has changed this event since; it was left as it is."))
    else:
        judged.verdict = Verdict.SAME
    return judged


def place_of(row: EventRow) -> tuple[Place | None, str]:
    """Where it takes place, and what is doubtful about that."""
    town = event_rows.main_town(row)
    if not town:
        return None, ""
    if town.startswith("Region ") and (region := places.exactly(town.removeprefix("Region "))):
        return region, ""
    found = places.for_address(postcode=row.postcode, town=town)
    if found.certain:
        return found.locality or found.place, ""
    exact = places.exactly(town)
    if exact is not None:
        return exact, ""
    return None, found.reason or _("The place “%(town)s” is not clearly one place.") % {"town": town}


def values_of(judged: Judged) -> dict[str, Any]:
    """The fields of the event."""
    row = judged.row
    closes = event_rows.at(row.closes_on, time(23, 59)) if row.closes_on else None
    return {
        "title": row.title,
        "kind": row.kind or enums.Kind.INFORMATION,
        "format": row.format,
        "role": row.role,
        "area": Area.objects.order_by("rank", "pk").first() if row.role == enums.OfficeRole.ORGANISER else None,
        "host": row.host,
        "cooperation": row.cooperation,
        "description": row.description,
        "place": judged.place,
        "venue": row.venue,
        "street": row.street,
        "postcode": row.postcode,
        "town": "; ".join(town for town in row.towns if town.lower() not in event_rows.NOT_TOWNS)[:120],
        "registering": Registering.NONE,
        "registration_note": row.registration_note,
        "closes_at": closes,
        "price_note": row.price_note,
        "attended": row.attended,
        "source": SOURCE,
        "source_url": row.source_url,
        "external_id": row.external_id,
        "internal_note": "\n".join(filter(None, [row.internal_note, *row.problems, *judged.row.notes])),
    }


def touched(event: Event) -> bool:
    """Whether a person of the office has worked on it: then the table does not overwrite it."""
    return log.history(event).filter(actor_id__isnull=False).exists()


def differs(event: Event, values: dict[str, Any]) -> bool:
    """Whether the table says something else than the event."""
    return any(getattr(event, name) != value for name, value in values.items())


def tables_of(row: EventRow) -> dict[str, list[dict[str, Any]]]:
    """Days, prices and stops."""
    found: dict[str, list[dict[str, Any]]] = {}
    if row.day:
        day = row.day
        found["days"] = [
            {"starts_at": day.starts_at, "ends_at": day.ends_at, "has_time": day.has_time, "precision": day.precision}
        ]
    if row.price_cents:
        prices = [{"title": REGULAR, "amount_cents": row.price_cents, "proof": Proof.NONE}]
        if row.member_cents:
            prices.append({"title": MEMBER, "amount_cents": row.member_cents, "proof": Proof.MEMBER})
        found["prices"] = prices
    if towns := event_rows.stops(row):
        found["stops"] = [{"title": town} for town in towns]
    return found


@transaction.atomic
def take_over(*, judged: Iterable[Judged], by: Any, now: datetime) -> int:
    """Write what is new or has changed; all of it or nothing. Returns how many events were written."""
    written = 0
    for one in judged:
        if one.verdict == Verdict.SAME or (one.event and one.verdict == Verdict.PERSON):
            continue
        event = change(one, by, now) if one.event else create(one, by, now)
        index.refresh(event)
        written += 1
    return written


def create(one: Judged, by: Any, now: datetime) -> Event:
    """A new event: public when nothing is doubtful, else a draft."""
    event = planning.create(values=values_of(one), rows=tables_of(one.row), by=by, now=now)
    number(event, one.row)
    if one.verdict == Verdict.NEW:
        over = event.ends_at is not None and event.ends_at < now
        event.state, event.state_since, event.public_since = State.HELD if over else State.ANNOUNCED, now, now
        event.version += 1
        event.save(update_fields=["state", "state_since", "public_since", "version", "updated_at"])
        audit.record(enums.MOVED, by=by, about=event, now=now, data={"to": event.state, "import": SOURCE})
    return event


def change(one: Judged, by: Any, now: datetime) -> Event:
    """What the table says now; dates and prices of a known event stay with the office."""
    assert one.event is not None, "only known events change"  # noqa: S101  a fault of the program
    return planning.change(event=one.event, values=values_of(one), by=by, now=now)


def number(event: Event, row: EventRow) -> None:
    """Put an own, counted conference into its series, unless the number is taken."""
    if not (row.series_number and row.series_title and event.is_own) or row.problems:
        return
    series, _made = Series.objects.get_or_create(name=row.series_title, defaults={"area": event.area})
    if not Event.objects.filter(series=series, number=row.series_number).exists():
        event.series, event.number = series, row.series_number
        event.save(update_fields=["series", "number", "updated_at"])
