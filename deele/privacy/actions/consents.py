"""Recording that a person allowed something, and that they took it back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from deele.audit.actions import record
from deele.privacy import enums, rules
from deele.privacy.models import Consent


@transaction.atomic
def give(
    *, email: str, purpose: str, text_version: str, source: str, now: datetime, proof: str = "", by: Any = None
) -> Consent:
    """Record a consent. An earlier one for the same purpose is closed, so that the newest text counts.

    `by` is the colleague who took it down, None when the person acted. Raises rules.BadAddress.
    """
    email = rules.address(email)
    Consent.objects.in_force().filter(fingerprint=rules.keyed(email), purpose=purpose).update(withdrawn_at=now)
    consent = Consent.objects.create(
        email=email,
        fingerprint=rules.keyed(email),
        purpose=purpose,
        text_version=text_version,
        source=source,
        proof=proof,
        given_at=now,
    )
    record(enums.CONSENTED, by=by, about=consent, now=now)
    return consent


@dataclass(frozen=True)
class Given:
    """A consent of the past, with the instant it was given and what shows it."""

    email: str
    purpose: str
    text_version: str
    source: str
    proof: str
    given_at: datetime


@transaction.atomic
def give_many(given: list[Given], *, now: datetime) -> int:
    """Record consents of a list that is taken over, in few statements; returns how many.

    One that is in force already stays. The action that takes the list over writes the line of the log. Raises
    rules.BadAddress.
    """
    rows = [
        Consent(
            email=rules.address(one.email),
            fingerprint=rules.keyed(one.email),
            purpose=one.purpose,
            text_version=one.text_version,
            source=one.source[:120],
            proof=one.proof,
            given_at=min(one.given_at, now),
        )
        for one in given
    ]
    before = Consent.objects.in_force().count()
    Consent.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    return Consent.objects.in_force().count() - before


@transaction.atomic
def withdraw(*, email: str, now: datetime, purpose: str = "", by: Any = None) -> int:
    """Close the consents of this address, of one purpose or of all. Returns how many there were."""
    found = Consent.objects.in_force().filter(fingerprint=rules.keyed(email))
    if purpose:
        found = found.filter(purpose=purpose)
    rows = list(found)
    for consent in rows:
        record(enums.WITHDRAWN, by=by, about=consent, now=now)
    found.filter(pk__in=[consent.pk for consent in rows]).update(withdrawn_at=now)
    return len(rows)
