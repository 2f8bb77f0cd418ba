"""The doors of the events: fetch and authorise in one step."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from deele.access.enums import Permission
from deele.accounts import queries as accounts
from deele.accounts.models import MailLink
from deele.core import seals
from deele.events.actions import around, certificates, links, volunteers
from deele.events.models import Certificate, Document, Event, Registration, Volunteer
from deele.events.queries import volunteers as volunteer_queries

WITH = ("area__carrier", "series", "place__parent")


def public_event(pk: int) -> Event:
    """A public event. 404 for all others."""
    event = Event.objects.public().select_related(*WITH).filter(pk=pk).first()
    if event is None:
        raise Http404
    return event


def registering_event(pk: int) -> Event:
    """A public event with what registering asks of it, and no more: many may come at once. 404 for all others."""
    found = Event.objects.public().select_related("series").prefetch_related("days", "prices", "options")
    return get_object_or_404(found, pk=pk)


def public_document(event_pk: int, pk: int) -> Document:
    """A released file of a public event. 404 for all others."""
    event = public_event(event_pk)
    found = event.documents.filter(pk=pk, released=True, rights_cleared=True).exclude(file="").first()
    if found is None:
        raise Http404
    return found


def desk_event(user: Any, pk: int, *, permission: Permission = Permission.EVENT_EDIT) -> Event:
    """An event of the areas of work in which the person has this power. 404 for all others."""
    event = Event.objects.of_areas(user, permission).select_related(*WITH).filter(pk=pk).first()
    if event is None:
        raise Http404
    return event


def money_registration(user: Any, event_pk: int, pk: int) -> Registration:
    """A registration of an event whose money the person works with. 404 for all others."""
    event = desk_event(user, event_pk, permission=Permission.MONEY_WORK)
    found = event.registrations.select_related("refund_account").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.event = event
    return found


def desk_registration(user: Any, event_pk: int, pk: int) -> Registration:
    """A registration of such an event. 404 for all others."""
    event = desk_event(user, event_pk, permission=Permission.REGISTRATION_WORK)
    found = event.registrations.select_related("place").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.event = event
    return found


def held_registration(token: str) -> tuple[MailLink, Registration]:
    """The registration behind a mail link. Raises accounts.queries.BadLink and its kind."""
    link = accounts.mail_link(token, purpose=links.HOLD, now=timezone.now())
    registration = links.registration_of(link)
    if registration is None:
        raise accounts.BadLink
    return link, registration


def feedback_event(token: str) -> tuple[MailLink, Event]:
    """The event a link asks about. Raises accounts.queries.BadLink and its kind."""
    link = accounts.mail_link(token, purpose=around.FEEDBACK, now=timezone.now())
    event = Event.objects.filter(pk=int(link.subject.rpartition(":")[2])).first()
    if event is None:
        raise accounts.BadLink
    return link, event


def fetched_certificate(token: str) -> tuple[MailLink, Certificate]:
    """The certificate behind the link of its mail. Raises accounts.queries.BadLink and its kind."""
    link = accounts.mail_link(token, purpose=certificates.FETCH, now=timezone.now())
    found = certificates.certificate_of(link)
    if found is None:
        raise accounts.BadLink
    return link, found


def desk_volunteer(user: Any, pk: int) -> Volunteer:
    """A volunteer of the areas of work this person looks after. 404 for all others."""
    found = volunteer_queries.for_person(user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def asked_volunteer(token: str) -> tuple[MailLink, Volunteer, int]:
    """Whom the yearly mail asks, and for which year. Raises accounts.queries.BadLink and its kind."""
    link = accounts.mail_link(token, purpose=volunteers.REPORT, now=timezone.now())
    found, year = volunteers.asked_of(link)
    if found is None:
        raise accounts.BadLink
    return link, found, year


def receipted_registration(event_pk: int, receipt: str) -> Registration:
    """The registration the page of thanks speaks of. 404 for forged and old addresses."""
    event = public_event(event_pk)
    found = event.registrations.select_related("place").filter(pk=links.receipted(receipt)).first()
    if found is None:
        raise Http404
    found.event = event
    return found


def sent_before(seal: str, event: Event) -> Registration | None:
    """The registration this very form made already: a second click that comes after the last place is gone."""
    try:
        name = seals.check(seal)
    except ValidationError:
        return None
    return event.registrations.filter(form_token=name).first()
