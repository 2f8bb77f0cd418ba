"""Before and after the day: reminders, thanks, the question how it was. Each goes out once, however often one asks."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet

from deele.accounts.actions import mail_links
from deele.audit.actions import reference
from deele.events.actions import day_post
from deele.events.enums import OVER_STATES, OWN_ROLES, RegistrationState, State
from deele.events.models import Event, Participant, Registration
from deele.events.queries import attendance

FEEDBACK = "events.feedback"
REMIND_BEFORE = timedelta(days=3)
NOT_RIGHT_AFTER = timedelta(hours=24)  # who registered yesterday has just read all of it
THANK_AFTER, THANK_UNTIL = timedelta(hours=12), timedelta(days=30)
ANSWER_WITHIN = timedelta(days=60)


def to_remind(now: datetime) -> QuerySet[Registration]:
    """Confirmed registrations of events of the next days; once more when the event was moved to a later date."""
    moved = Q(reminded_at__lt=F("event__starts_at") - REMIND_BEFORE - timedelta(days=1))
    return Registration.objects.filter(
        Q(reminded_at=None) | moved,
        event__state__in=[State.ANNOUNCED, State.OPEN, State.CLOSED],
        event__starts_at__gt=now,
        event__starts_at__lte=now + REMIND_BEFORE,
        state=RegistrationState.CONFIRMED,
        state_since__lte=now - NOT_RIGHT_AFTER,
    ).exclude(contact_email="")


@transaction.atomic
def remind(*, pk: int, now: datetime) -> bool:
    """Remind one registration, if it still has to be."""
    row = to_remind(now).select_for_update(of=("self",)).filter(pk=pk).select_related("event__place").first()
    if row is None:
        return False
    Registration.objects.filter(pk=pk).update(reminded_at=now)
    day_post.reminder(row, now=now)
    return True


def to_thank(now: datetime) -> QuerySet[Registration]:
    """Confirmed registrations of events that have taken place lately."""
    return Registration.objects.filter(
        event__state__in=OVER_STATES,
        event__role__in=OWN_ROLES,
        event__ends_at__lte=now - THANK_AFTER,
        event__ends_at__gt=now - THANK_UNTIL,
        state=RegistrationState.CONFIRMED,
        followed_up_at=None,
    )


@transaction.atomic
def follow_up(*, pk: int, now: datetime) -> bool:
    """Thank the people of a registration who were there, and ask each once how it was.

    Where nobody noted who came, all who were expected count as having been there.
    """
    found = to_thank(now).select_for_update(of=("self",)).filter(pk=pk)
    row = found.select_related("event__place").first()
    if row is None:
        return False
    Registration.objects.filter(pk=pk).update(followed_up_at=now)
    people = list(present_people(row))
    own = {one.email.lower() for one in people if one.email} - {row.contact_email.lower()}
    mine = [one for one in people if not one.email or one.email.lower() == row.contact_email.lower()]
    if people and row.contact_email:
        token = feedback_token(row.event, row.contact_email, now) if mine else ""
        day_post.thanks(row, feedback=token, now=now)
    for address in sorted(own):
        person = next(one for one in people if one.email.lower() == address)
        person.registration = row
        day_post.feedback(person, token=feedback_token(row.event, person.email, now), now=now)
    Participant.objects.filter(pk__in=[one.pk for one in people]).update(feedback_asked_at=now)
    return True


def present_people(row: Registration) -> QuerySet[Participant]:
    """Who of a registration was there."""
    people = row.participants.filter(cancelled_at=None)
    if attendance.was_taken(row.event):
        people = people.filter(attendance__present=True, attendance__day__counts=True).distinct()
    return people


def feedback_token(event: Event, email: str, now: datetime) -> str:
    """A link that asks how it was. It knows the event and an address, never a registration or a person."""
    return mail_links.issue(
        purpose=FEEDBACK, subject=reference(event), email=email, valid_for=ANSWER_WITHIN, now=now, single_use=True
    )
