"""Opening cases, changing what is known of them, joining contacts to them."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.advice import enums, rules
from deele.advice.actions import timeline
from deele.advice.enums import CaseState, LineKind, Where
from deele.advice.models import Case, Contact
from deele.audit import actions as audit
from deele.core.errors import Refusal


class JoinedAlready(Refusal):
    """The contact belongs to a case."""

    code = "joined"


@transaction.atomic
def open_from_contact(*, contact: Contact, by: Any, now: datetime) -> Case:
    """Make a case of a logged contact: area, place, topics, code are the contact's. Done twice it is one case."""
    contact = Contact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    if contact.case_id:
        return Case.objects.get(pk=contact.case_id)
    case = start(
        Case(
            area=contact.area,
            arrived_on=contact.happened_on,
            channel=contact.channel,
            audience=contact.audience,
            topics=contact.topics,
            where=contact.where,
            place=contact.place,
            code=contact.code,
            adviser=contact.adviser or by,
        ),
        by=by,
        now=now,
    )
    joined(case, contact, by=by, now=now)
    return case


def start(case: Case, *, by: Any, now: datetime) -> Case:
    """Store a new case: with an adviser it is accepted, without one it waits. In the transaction of the caller."""
    case.state = CaseState.ACCEPTED if case.adviser_id else CaseState.RECEIVED
    case.state_since = now
    case.where = Where.PLACE if case.place_id else case.where
    if case.where == Where.PLACE and not case.place_id:
        case.where = Where.UNKNOWN
    case.save()
    timeline.line(case, LineKind.MOVE, by=by, now=now, detail=case.state)
    audit.record(enums.CASE_OPENED, by=by, about=case, now=now)
    return case


@transaction.atomic
def open_new(*, case: Case, by: Any, now: datetime, form: str = "") -> Case:
    """Open a case that no contact was logged for yet. The same form sent twice is one case."""
    if form and (known := Case.objects.filter(form_token=form).first()):
        return known
    case.form_token = form or None
    return start(case, by=by, now=now)


@transaction.atomic
def change(*, form: Any, by: Any, now: datetime) -> Case:
    """Save what the valid form holds. Raises timeline.Anonymised, core.versions.Conflict."""
    timeline.check_writable(form.instance)
    saved: Case = audit.save_form(form, by=by, event=enums.CASE_CHANGED, now=now)
    return saved


@transaction.atomic
def join(*, contact: Contact, case: Case, by: Any, now: datetime) -> Contact:
    """Let a contact belong to a case. Raises JoinedAlready, timeline.Anonymised."""
    contact = Contact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    if contact.case_id == case.pk:
        return contact
    if contact.case_id:
        raise JoinedAlready(_("This contact belongs to another case already. Please look there first."))
    timeline.check_writable(case)
    joined(case, contact, by=by, now=now)
    return contact


def joined(case: Case, contact: Contact, *, by: Any, now: datetime) -> None:
    """Write that the contact belongs to the case. The line stands at the day of the contact."""
    Contact.objects.filter(pk=contact.pk).update(case=case, version=F("version") + 1)
    contact.case, contact.version = case, contact.version + 1
    at = now
    if contact.happened_on != timezone.localdate(now):
        at = timezone.make_aware(datetime.combine(contact.happened_on, datetime.min.time().replace(hour=12)))
    timeline.line(case, LineKind.CONTACT, by=by, now=at, contact=contact)
    audit.record(enums.CONTACT_JOINED, by=by, about=case, now=now)


def join_by_code(contact: Contact, *, by: Any, now: datetime) -> None:
    """Somebody came again with a code: when one open case of this area has it, the contact belongs there."""
    if contact.case_id:
        return
    cases = list(Case.objects.open().filter(code=contact.code, area_id=contact.area_id)[:2])
    if len(cases) == 1:
        joined(cases[0], contact, by=by, now=now)


def free_code() -> str:
    """A code nobody has yet, neither with a contact nor with a case."""
    while True:
        code = rules.new_code()
        if not (Contact.objects.filter(code=code).exists() or Case.objects.filter(code=code).exists()):
            return code
