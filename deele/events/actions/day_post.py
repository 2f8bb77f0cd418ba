"""Queues the mails around the day itself. Keys name what a mail is about, so that a job run twice writes once."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from deele.audit.actions import reference
from deele.events.actions.post import own_link
from deele.events.emails import day as emails
from deele.events.models import Certificate, Event, Participant, Registration, Volunteer
from deele.events.queries import certificates
from deele.events.queries.telling import Told, told
from deele.mail.actions import outbox
from deele.mail.enums import Draft


def address(name: str, *args: object) -> str:
    """The whole address of a page."""
    return settings.DEELE_URL.rstrip("/") + reverse(name, args=args)


def queue(purpose: str, draft: Draft, *, to: str, key: str, about: str, now: datetime) -> None:
    """One row, without haste."""
    outbox.queue(purpose=purpose, to=to, subject=draft.subject, body=draft.body, key=key, about=about, now=now)


def for_person(person: Participant) -> Told:
    """The event in words for one person: nothing of the others in the registration."""
    words = told(person.registration, people=())
    return replace(words, name=person.name, total="")


def reminder(registration: Registration, *, now: datetime) -> None:
    """Once for each date the event has."""
    starts = registration.event.starts_at
    draft = emails.reminder(told(registration, with_link=True), own_link(registration, now))
    key = f"{registration.pk}-{starts:%Y%m%d}" if starts else str(registration.pk)
    to = registration.contact_email
    queue(emails.REMINDER, draft, to=to, key=key, about=reference(registration), now=now)


def thanks(registration: Registration, *, feedback: str, now: datetime) -> None:
    """Once a registration."""
    papers = documents(registration.event)
    link = address("events:feedback", feedback) if feedback else ""
    draft = emails.thanks(told(registration), own_link(registration, now), link, papers)
    to = registration.contact_email
    queue(emails.THANKS, draft, to=to, key=str(registration.pk), about=reference(registration), now=now)


def documents(event: Event) -> list[tuple[str, str]]:
    """What may be read by everybody."""
    rows = event.documents.filter(released=True)
    return [(one.title, one.url or address("events:document", event.pk, one.pk)) for one in rows]


def feedback(person: Participant, *, token: str, now: datetime) -> None:
    """Once a person. The row is about the event, not about the person."""
    draft = emails.feedback(for_person(person), address("events:feedback", token))
    about = reference(person.registration.event)
    queue(emails.FEEDBACK, draft, to=person.email, key=str(person.pk), about=about, now=now)


def certificate(certificate: Certificate, *, to: str, token: str, now: datetime) -> None:
    """Once a code."""
    link = address("events:certificate-fetch", token)
    draft = emails.certificate(for_person(certificate.participant), link, certificates.address(certificate))
    queue(emails.CERTIFICATE, draft, to=to, key=certificate.code, about=reference(certificate), now=now)


def volunteer_year(volunteer: Volunteer, *, year: int, token: str, now: datetime) -> None:
    """Once a volunteer and year."""
    draft = emails.volunteer_year(volunteer.name, year, address("events:volunteer-report", token))
    key = f"{volunteer.pk}-{year}"
    queue(emails.VOLUNTEER_YEAR, draft, to=volunteer.email, key=key, about=reference(volunteer), now=now)
