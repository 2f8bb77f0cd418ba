"""Volunteers: taken over from a course, asked once a year how many people they advised."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.audit.actions import record, reference
from deele.events import enums
from deele.events.actions import day_post
from deele.events.models import Event, Volunteer, VolunteerYear
from deele.events.queries import volunteers as queries
from deele.places.models import Place

REPORT = "events.volunteer-year"
ANSWER_WITHIN = timedelta(days=120)


@transaction.atomic
def take_over(*, event: Event, participants: Iterable[int], by: Any, now: datetime) -> list[Volunteer]:
    """Make volunteers of people with a certificate of this course, serving the district they come from.

    Who was taken over before is left out, so a second click makes nobody twice.
    """
    Event.objects.select_for_update().get(pk=event.pk)
    wanted, made = set(participants), []
    for row in queries.takeable(event):
        if row.participant_id not in wanted:
            continue
        person = row.participant
        last = event.ends_at or event.starts_at or now
        volunteer = Volunteer.objects.create(
            name=person.name,
            email=person.email or person.registration.contact_email,
            area=event.area,
            trained_at=event,
            trained_on=timezone.localdate(last),
        )
        place = person.registration.place
        volunteer.serves.set(Place.objects.filter(key=place.district_key) if place else [])
        made.append(volunteer)
    if made:
        record(enums.VOLUNTEERS_TAKEN, by=by, about=event, data={"volunteers": len(made)}, now=now)
    return made


@transaction.atomic
def save(*, volunteer: Volunteer, serves: Iterable[Place], by: Any, now: datetime) -> Volunteer:
    """Store what somebody wrote down of a volunteer. The log names the row, not the person."""
    volunteer.version += 1 if volunteer.pk else 0
    volunteer.save()
    volunteer.serves.set(serves)
    record(enums.VOLUNTEER_SAVED, by=by, about=volunteer, now=now)
    return volunteer


@transaction.atomic
def ask_for_year(*, volunteers: Iterable[Volunteer], year: int, now: datetime) -> int:
    """Ask those by mail who have not reported this year. Returns how many; asked twice in a year, mailed once."""
    asked = 0
    reported = set(VolunteerYear.objects.filter(year=year).values_list("volunteer_id", flat=True))
    for one in volunteers:
        if one.email and one.pk not in reported:
            subject = f"{reference(one)}:{year}"
            token = mail_links.issue(
                purpose=REPORT, subject=subject, email=one.email, valid_for=ANSWER_WITHIN, now=now, single_use=False
            )
            day_post.volunteer_year(one, year=year, token=token, now=now)
            asked += 1
    return asked


def asked_of(link: MailLink) -> tuple[Volunteer | None, int]:
    """Whom a link asks, and for which year; nobody when the address has changed since."""
    _word, pk, year = link.subject.rsplit(":", 2)
    return Volunteer.objects.filter(pk=int(pk), email__iexact=link.email).first(), int(year)


@transaction.atomic
def report(*, volunteer: Volunteer, year: int, consultations: int, by: Any, now: datetime) -> None:
    """Keep the number of a year; a later one corrects it."""
    VolunteerYear.objects.update_or_create(volunteer=volunteer, year=year, defaults={"consultations": consultations})
    record(enums.YEAR_REPORTED, by=by, about=volunteer, data={"year": year}, now=now)


def note_list(*, people: int, about: Any, by: Any, now: datetime) -> None:
    """Write down that the list was taken out of the house."""
    record(enums.VOLUNTEERS_LISTED, by=by, about=about, data={"people": people}, now=now)
