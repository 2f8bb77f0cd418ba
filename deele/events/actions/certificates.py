"""Issuing and withdrawing certificates. No name is stored with them: the paper is printed anew each time."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.audit.actions import record, reference
from deele.core.errors import Refusal
from deele.events import enums
from deele.events.actions import day_post
from deele.events.models import Certificate, Event, Participant
from deele.events.queries import certificates as queries
from deele.events.queries import people
from deele.events.rules import certificates as rules

FETCH = "events.certificate"
VALID_FOR = timedelta(days=365)


class NotEarned(Refusal):
    """The person was not there long enough."""

    code = "not-earned"


@transaction.atomic
def issue(*, event: Event, persons: Iterable[int], by: Any, now: datetime) -> list[Certificate]:
    """Issue certificates to these participants and send each the way to it. Raises NotEarned when nobody earned one.

    Who has a valid one keeps it and gets no second mail; a withdrawn one is issued anew under a new code.
    """
    Event.objects.select_for_update().get(pk=event.pk)  # two clicks at once
    wanted = set(persons)
    earned = [row for row in queries.rows(event) if row.person.pk in wanted and row.earned]
    if not earned:
        raise NotEarned(_("None of these people was there on enough days. Please look at the attendance first."))
    made = [issued(row, event, now) for row in earned if row.certificate is None or row.certificate.withdrawn_at]
    if made:
        record(enums.CERTIFIED, by=by, about=event, data={"certificates": len(made)}, now=now)
    return made


def issued(row: queries.Row, event: Event, now: datetime) -> Certificate:
    """One certificate and its mail."""
    days = len(people.counted_days(event))
    certificate = row.certificate or Certificate(participant=row.person)
    certificate.code, certificate.issued_on, certificate.withdrawn_at = rules.new_code(), timezone.localdate(now), None
    certificate.days = row.attended
    certificate.hours = rules.hours_for(event.certificate_hours, attended=row.attended, days=days)
    certificate.save()
    row.person.registration.event = event
    certificate.participant = row.person
    if email := row.person.email or row.person.registration.contact_email:
        day_post.certificate(certificate, to=email, token=fetch_link(certificate, email, now), now=now)
    return certificate


def fetch_link(certificate: Certificate, email: str, now: datetime) -> str:
    """A link that opens this one paper, again and again."""
    return mail_links.issue(
        purpose=FETCH, subject=reference(certificate), email=email, valid_for=VALID_FOR, now=now, single_use=False
    )


def certificate_of(link: MailLink) -> Certificate | None:
    """The certificate a link opens, while it is valid and its address is still that of its person."""
    pk = int(link.subject.rpartition(":")[2])
    found = Certificate.objects.select_related("participant__registration__event__area__carrier")
    one = found.filter(pk=pk, withdrawn_at=None).first()
    if one is None:
        return None
    addresses = {one.participant.email.lower(), one.participant.registration.contact_email.lower()}
    return one if link.email in addresses else None


@transaction.atomic
def withdraw(*, participant: Participant, by: Any, now: datetime) -> None:
    """Withdraw a certificate that was issued by mistake. A second click changes nothing."""
    found = Certificate.objects.select_for_update().filter(participant=participant, withdrawn_at=None).first()
    if found is None:
        return
    found.withdrawn_at = now
    found.version += 1
    found.save(update_fields=["withdrawn_at", "version", "updated_at"])
    record(enums.WITHDRAWN, by=by, about=found, now=now)
