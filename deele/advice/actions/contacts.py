"""Logging contacts, correcting them, taking back what was logged by mistake."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.advice import enums
from deele.advice.actions import cases
from deele.advice.enums import Kind, Where
from deele.advice.kinds import Told
from deele.advice.models import Case, Contact
from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal


class UnknownCode(Refusal):
    """Nobody was given this code."""

    code = "unknown-code"

    def __init__(self) -> None:
        super().__init__(
            _("We do not know this code. Please compare it, or leave it empty: the contact counts all the same.")
        )


@transaction.atomic
def log(*, told: Told, by: Any, now: datetime, form: str = "") -> Contact:
    """Write a contact down. The same form sent twice is one contact (`form` names it).

    Who names a code of ours comes again: a first consultation becomes a follow-up, under the same code.
    Raises UnknownCode.
    """
    if form and (known := Contact.objects.filter(form_token=form).first()):
        return known
    contact = Contact(adviser=by, form_token=form or None)
    fill(contact, told)
    contact.save()
    audit.record(enums.LOGGED, by=by, about=contact, now=now)
    if told.code:
        cases.join_by_code(contact, by=by, now=now)
    return contact


@transaction.atomic
def correct(*, contact: Contact, told: Told, by: Any, now: datetime) -> Contact:
    """Change what was written down. Raises UnknownCode, core.versions.Conflict."""
    versions.claim(contact)
    fill(contact, told)
    contact.save()
    audit.record(enums.CORRECTED, by=by, about=contact, now=now)
    return contact


@transaction.atomic
def remove(*, contact: Contact, by: Any, now: datetime) -> None:
    """Take back a contact that never was. Raises core.versions.Conflict when somebody changed it meanwhile."""
    versions.claim(contact)
    audit.record(enums.REMOVED, by=by, about=contact, now=now)
    contact.delete()


def fill(contact: Contact, told: Told) -> None:
    """Take over what was told; does not save. Raises UnknownCode."""
    contact.area, contact.happened_on = told.area, told.happened_on
    contact.audience, contact.topics, contact.channel = told.audience, told.topics, told.channel
    contact.duration, contact.results, contact.people = told.duration, told.results or [], told.people
    contact.place = told.place
    contact.where = Where.PLACE if told.place else told.where
    contact.kind = told.kind
    if told.code and told.code != contact.code:
        if not is_known(told.code):
            raise UnknownCode
        contact.code = told.code
        contact.kind = Kind.FOLLOW_UP if told.kind == Kind.FIRST else told.kind
    contact.code = contact.code or cases.free_code()


def is_known(code: str) -> bool:
    """Whether somebody was given this code: with a contact, or with a case."""
    return Contact.objects.filter(code=code).exists() or Case.objects.filter(code=code).exists()
