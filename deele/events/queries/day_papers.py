"""What is printed for the day: lists to sign and badges. Data for the papers, no layout."""

import segno
from django.utils.formats import date_format
from django.utils.translation import gettext

from deele.events.models import Day, Event
from deele.events.queries import entrance, people
from deele.ui.papers import pdf

PER_SHEET = {"8": {"columns": 2, "width": 90, "height": 65}, "10": {"columns": 2, "width": 90, "height": 54}}


def place_line(event: Event, day: Day | None = None) -> str:
    """Where it is, in one line."""
    venue = day.venue if day and day.venue else event.venue
    return ", ".join(part for part in (venue, event.street, f"{event.postcode} {event.town}".strip()) if part)


def day_line(day: Day) -> str:
    """When a day is, in words."""
    starts = date_format(day.starts_at, "l, j. F Y")
    return f"{starts} – {day.title}" if day.title else starts


def funders(event: Event) -> str:
    """The funding note that stands on everything the area of work hands out."""
    area = event.area
    return event.funder_block or (area.funder_block or area.carrier.funder_block if area else "")


def signatures(event: Event, days: list[Day]) -> bytes:
    """The list to sign, one for each day, the head of the table on every sheet. Raises nothing for an empty list."""
    found = people.listed(event)
    rows = [[str(number), row.name, row.registration.organisation] for number, row in enumerate(found, start=1)]
    data = {
        "landscape": True,
        "event": event.full_title,
        "days": [{"when": date_line(day), "where": place_line(event, day)} for day in days],
        "head": [gettext("No."), gettext("Name"), gettext("Organisation"), gettext("Signature")],
        "rows": rows,
        "none": gettext("Nobody is registered yet."),
        "empty": gettext("more people"),
        "foot": [part for part in (" ".join(funders(event).split()),) if part],
    }
    return pdf("events/signatures", data, title=f"{gettext('List of participants to sign')}: {event.full_title}")


def date_line(day: Day) -> str:
    """When a day is, with its hours."""
    hours = f"{date_format(day.starts_at, 'H:i')}" if day.has_time else ""
    ends = f"–{date_format(day.ends_at, 'H:i')}" if day.ends_at and day.has_time else ""
    return ", ".join(part for part in (day_line(day), f"{hours}{ends}") if part)


def badges(event: Event, *, per_sheet: str = "8") -> bytes:
    """Badges to cut or to print on punched sheets; long names are set smaller."""
    found = people.listed(event)
    data = {
        **PER_SHEET.get(per_sheet, PER_SHEET["8"]),
        "event": event.full_title,
        "people": [
            {
                "name": row.name,
                "organisation": row.registration.organisation,
                "code": row.registration.code,
                "qr": qr(entrance.qr_address(row.registration)),
            }
            for row in found
        ],
        "qr_words": gettext("Code for the entrance"),
        "none": gettext("Nobody is registered yet."),
    }
    return pdf("events/badges", data, title=f"{gettext('Badges')}: {event.full_title}")


def qr(address: str) -> str:
    """A code for cameras as SVG."""
    return segno.make(address, error="m").svg_inline(border=0, omitsize=True)


def qr_picture(address: str) -> str:
    """The same as an address a page can show as a picture."""
    return segno.make(address, error="m").svg_data_uri(border=2, omitsize=True, encode_minimal=True)
