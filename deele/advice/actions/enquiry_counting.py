"""An enquiry counts as a contact, and may become a case."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.advice.actions import cases
from deele.advice.enums import Where
from deele.advice.enums import enquiries as words
from deele.advice.models import Case, Contact, Enquiry
from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal


class CountFirst(Refusal):
    """A case begins with a contact."""

    code = "count-first"


@transaction.atomic
def count(*, enquiry: Enquiry, kind: str, duration: str, results: Sequence[str], by: Any, now: datetime) -> Contact:
    """Log the enquiry as a contact of advice, once. Raises core.versions.Conflict."""
    versions.claim(enquiry)
    if enquiry.contact is not None:
        return enquiry.contact
    contact = Contact.objects.create(
        area=enquiry.area, adviser=by, happened_on=timezone.localdate(now), place=enquiry.place,
        where=Where.PLACE if enquiry.place else Where.UNKNOWN, audience=enquiry.audience,
        topics=[enquiry.topic] if enquiry.topic else [], channel=enquiry.channel, kind=kind, duration=duration,
        results=list(results), code=enquiry.code,
    )  # fmt: skip
    enquiry.contact = contact
    enquiry.save()
    audit.record(words.COUNTED, by=by, about=enquiry, now=now)
    return contact


@transaction.atomic
def make_case(*, enquiry: Enquiry, by: Any, now: datetime) -> Case:
    """Open a case for the contact of the enquiry; name and addresses go with it. Twice it is one case.

    Raises CountFirst, core.versions.Conflict.
    """
    if enquiry.case is not None:
        return enquiry.case
    versions.claim(enquiry)
    if enquiry.contact is None:
        raise CountFirst(_("A case begins with a contact. Please count the enquiry first."))
    case = cases.open_from_contact(contact=enquiry.contact, by=by, now=now)
    case.client_name, case.client_organisation = enquiry.name, enquiry.organisation
    case.client_email, case.client_phone = enquiry.email, enquiry.phone
    case.save()
    enquiry.case = case
    enquiry.save()
    audit.record(words.CASE_MADE, by=by, about=enquiry, now=now)
    return case
