"""Certificates: who may have one, what stands on it, and what it says to people who check it."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext, ngettext

from deele.events.models import Certificate, Day, Event, Participant
from deele.events.queries import day_papers, people
from deele.events.queries.dates import day_in_words
from deele.events.rules import certificates as rules
from deele.office import queries as office
from deele.ui.papers import pdf


@dataclass(frozen=True)
class Row:
    """A person, the days they were there, and the certificate if there is one."""

    person: Participant
    attended: int
    earned: bool
    certificate: Certificate | None


def rows(event: Event) -> list[Row]:
    """Everybody who was there, with or without enough days."""
    days = {day.pk for day in people.counted_days(event)}
    needed = rules.days_needed(event.certificate_days, len(days))
    known = {one.participant_id: one for one in Certificate.objects.filter(participant__registration__event=event)}
    made = []
    for person in people.listed(event):
        attended = len(days & people.days_there(person))
        if attended or person.pk in known:
            made.append(Row(person, attended, bool(days) and attended >= needed, known.get(person.pk)))
    return made


def address(certificate: Certificate) -> str:
    """Where anybody can check a certificate."""
    return f"{settings.DEELE_URL.rstrip('/')}{reverse('events:certificate')}?code={certificate.code}"


def paper(certificate: Certificate) -> bytes:
    """The certificate as PDF, made anew each time: nothing but the participant's row holds the name."""
    person = certificate.participant
    event = person.registration.event
    area = event.area
    carrier = area.carrier if area else None
    ours = office.the_office()
    days = attended_days(person)
    data = {
        "sender": [part for part in (ours.name if ours else "", carrier.name if carrier else "") if part],
        "heading": gettext("Certificate of attendance"),
        "name": person.name,
        "organisation": person.registration.organisation,
        "lead": gettext("has taken part in"),
        "event": event.full_title,
        "facts": facts(certificate, event, days),
        "contents": [item.title for item in event.programme.all() if rules.is_content(item.title)][:12],
        "contents_head": gettext("Contents"),
        "note": event.certificate_note,
        "issued": gettext("Issued on %(day)s") % {"day": date_format(certificate.issued_on, "j. F Y")},
        "by": ours.name if ours else "",
        "check": gettext("Whether this certificate is genuine can be checked here:"),
        "code": certificate.code,
        "address": settings.DEELE_URL.rstrip("/") + reverse("events:certificate"),
        "qr": day_papers.qr(address(certificate)),
        "qr_words": gettext("Code that opens the page on which this certificate can be checked"),
        "foot": [part for part in (" ".join(day_papers.funders(event).split()),) if part],
    }
    return pdf("events/certificate", data, title=f"{gettext('Certificate of attendance')}: {event.full_title}")


def attended_days(person: Participant) -> list[Day]:
    """The days somebody was there."""
    return list(Day.objects.filter(attendance__participant=person, attendance__present=True, counts=True))


def facts(certificate: Certificate, event: Event, days: list[Day]) -> list[list[str]]:
    """When, where, how long."""
    where = day_papers.place_line(event) or gettext("online")
    found = [[gettext("When"), "\n".join(day_in_words(day) for day in days)], [gettext("Where"), where]]
    if certificate.hours is not None:
        found.append([gettext("Extent"), hours_in_words(certificate)])
    return [row for row in found if row[1]]


def hours_in_words(certificate: Certificate) -> str:
    """ "6,5 Stunden an 2 Tagen" """
    if certificate.hours is None:
        return ngettext("%(days)s day", "%(days)s days", certificate.days) % {"days": certificate.days}
    number = number_format(certificate.hours.normalize(), use_l10n=True)
    words = ngettext("%(hours)s hours on %(days)s day", "%(hours)s hours on %(days)s days", certificate.days)
    return words % {"hours": number, "days": certificate.days}


def checked(code: str) -> dict[str, Any] | None:
    """What a certificate says to anybody who knows its code. None for a code nobody was given.

    `certificate` is None when it was withdrawn. The name is shown by its first letters alone.
    """
    tidy = rules.tidy_code(code)
    found = Certificate.objects.select_related("participant__registration__event").filter(code=tidy).first()
    if not tidy or found is None:
        return None
    if found.withdrawn_at:
        return {"certificate": None}
    event = found.participant.registration.event
    name = rules.masked(found.participant.name) or gettext("name deleted")
    days = [day_in_words(day) for day in attended_days(found.participant)]
    return {"certificate": found, "event": event, "name": name, "extent": hours_in_words(found), "days": days}
