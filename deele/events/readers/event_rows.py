"""Rows of a table of events, understood as far as they can be; knows no database.

Columns as in lists of the field: id, date_start, date_end, date_precision, time, title, kind, format, venue, street,
postal_code, town, host, office_role, cooperation, fee_eur, fee_reduced_eur, fee_note, registration_deadline,
registration_channel, participants, audience_or_topic, remark, source_url.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from deele.core import amounts, dates, ranges
from deele.core.dates import Precision
from deele.core.ranges import Range
from deele.events.enums import Format, Kind, OfficeRole

KINDS = {"schulung": Kind.COURSE, "projektwerkstatt": Kind.LAB, **{kind.value: kind for kind in Kind}}
ROLES = {
    **{role.value: role for role in OfficeRole},
    "buendnis": OfficeRole.TAKES_PART,
    "keine": OfficeRole.HINT,
    "traeger_vorlaeufer": OfficeRole.HINT,
}
NOT_TOWNS = {"", "online"}
TIMES = re.compile(r"^(\d{1,2}):(\d{2})(?:\s*[-–]\s*(\d{1,2}):(\d{2}))?$")
NUMBERED = re.compile(r"^(?P<number>\d{1,3})\.\s+(?P<rest>\S.+)$")
BERLIN = ZoneInfo("Europe/Berlin")


@dataclass(frozen=True)
class ReadDay:
    """When it takes place, no finer than the row says."""

    starts_at: datetime
    ends_at: datetime | None
    has_time: bool
    precision: str


@dataclass
class EventRow:
    """A row. `problems` need a person before it can be public; `notes` say what was understood how."""

    number: int
    external_id: str = ""
    title: str = ""
    kind: str = ""
    format: str = Format.ON_SITE
    role: str = OfficeRole.ORGANISER
    day: ReadDay | None = None
    venue: str = ""
    street: str = ""
    postcode: str = ""
    towns: list[str] = field(default_factory=list)
    host: str = ""
    cooperation: str = ""
    price_cents: int | None = None
    member_cents: int | None = None
    price_note: str = ""
    closes_on: date | None = None
    registration_note: str = ""
    attended: Range | None = None
    description: str = ""
    internal_note: str = ""
    source_url: str = ""
    series_number: int | None = None
    series_title: str = ""
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read(number: int, cells: Mapping[str, str]) -> EventRow:
    """Understand one row; nothing in it is an error, what is not understood is named."""
    found = {name: (value or "").strip() for name, value in cells.items()}
    row = EventRow(number, external_id=found.get("id", ""), title=found.get("title", "")[:250])
    if not row.title:
        row.problems.append(_("There is no title."))
    read_words(row, found)
    read_choices(row, found)
    read_days(row, found)
    read_money(row, found)
    read_numbers(row, found)
    return row


def read_words(row: EventRow, found: Mapping[str, str]) -> None:
    """What is taken as it stands."""
    row.venue, row.street = found.get("venue", "")[:200], found.get("street", "")[:200]
    row.postcode = found.get("postal_code", "")[:5]
    row.towns = [town for town in (part.strip() for part in found.get("town", "").split(";")) if town]
    row.host = found.get("host", "")[:250]
    row.cooperation = "\n".join(part.strip() for part in found.get("cooperation", "").split(";") if part.strip())
    row.registration_note = found.get("registration_channel", "")[:300]
    row.description = found.get("audience_or_topic", "")
    row.internal_note = found.get("remark", "")
    row.source_url = found.get("source_url", "")[:1000]


def read_choices(row: EventRow, found: Mapping[str, str]) -> None:
    """Kind, format, role of the office."""
    kind = KINDS.get(found.get("kind", ""))
    if kind is None:
        row.problems.append(_("The kind “%(kind)s” is not known here.") % {"kind": found.get("kind", "")})
    else:
        row.kind = kind.value
    given = found.get("format", "") or Format.ON_SITE.value
    if given in Format.values:
        row.format = given
    else:
        row.problems.append(_("The format “%(format)s” is not known here.") % {"format": given})
    role = ROLES.get(found.get("office_role", "") or OfficeRole.ORGANISER.value)
    if role is None:
        row.problems.append(_("The role “%(role)s” is not known here.") % {"role": found.get("office_role", "")})
    else:
        row.role = role.value


def read_days(row: EventRow, found: Mapping[str, str]) -> None:
    """One day, several days in a row, a month, a year; times only with full dates."""
    try:
        first = dates.parse(found.get("date_start", ""))
        last = dates.parse(found["date_end"]) if found.get("date_end") else first
    except dates.BadDate:
        row.problems.append(_("The date “%(date)s” is no date.") % {"date": found.get("date_start", "")})
        return
    if found.get("date_precision") == "unsicher":
        row.problems.append(_("The date is marked as uncertain. Please check it."))
    if last.day < first.day:
        row.problems.append(_("It ends before it begins. Please check both dates."))
        return
    if first.precision != Precision.DAY:
        row.day = ReadDay(at(first.day), None, has_time=False, precision=first.precision)
        return
    times = TIMES.match(found.get("time", ""))
    starts = time(int(times[1]), int(times[2])) if times else time()
    ends = time(int(times[3]), int(times[4])) if times and times[3] else None
    exact = last.precision == Precision.DAY
    if not exact:
        row.notes.append(_("The end is known by its month only: %(end)s.") % {"end": last})
    finish = at(last.day, ends or time(23, 59)) if exact and (ends or last.day > first.day) else None
    row.day = ReadDay(at(first.day, starts), finish, has_time=bool(times), precision=Precision.DAY.value)


def at(day: date, clock: time = time()) -> datetime:
    """The local moment."""
    return datetime.combine(day, clock, BERLIN)


def read_money(row: EventRow, found: Mapping[str, str]) -> None:
    """Fee, the lower fee of members, and until when one can register."""
    for column, name in (("fee_eur", "price_cents"), ("fee_reduced_eur", "member_cents")):
        if text := found.get(column, ""):
            try:
                setattr(row, name, amounts.read(text))
            except amounts.BadAmount:
                row.problems.append(_("“%(text)s” is no amount.") % {"text": text})
    row.price_note = found.get("fee_note", "")[:300]
    if text := found.get("registration_deadline", ""):
        try:
            row.closes_on = dates.parse(text).day
        except dates.BadDate:
            row.problems.append(_("The deadline “%(date)s” is no date.") % {"date": text})


def read_numbers(row: EventRow, found: Mapping[str, str]) -> None:
    """How many came, and the number within its series ("14. Fachtag …: Motto")."""
    if text := found.get("participants", ""):
        try:
            row.attended = ranges.parse(text)
        except ranges.BadRange:
            row.notes.append(_("How many took part is told in words: %(text)s.") % {"text": text})
            row.internal_note = f"{row.internal_note}\n{text}".strip()
    if counted := NUMBERED.match(row.title):
        row.series_number = int(counted["number"])
        row.series_title = re.split(r":\s|\s\(", counted["rest"])[0].strip()[:160]


def stops(row: EventRow) -> list[str]:
    """The towns an excursion visits: all but the one it starts from."""
    if row.kind != Kind.EXCURSION or len(row.towns) < 2:
        return []
    return row.towns[1:] if row.venue.lower().startswith("start") else row.towns


def main_town(row: EventRow) -> str:
    """The town the event belongs to; empty where it has none."""
    return next((town for town in row.towns if town.lower() not in NOT_TOWNS), "")
