"""Answering an invitation, and noting who was there."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from deele.groups.actions.session_refusals import MovedOn
from deele.groups.actions.sessions import check_leads, locked, note
from deele.groups.enums import session_events as events
from deele.groups.enums.sessions import Answer, SessionState
from deele.groups.models import Participation, Session
from deele.groups.queries.insiders import Insider


@transaction.atomic
def answer(*, place: Participation, answer: str, now: datetime) -> None:
    """Yes or no; a later answer takes the place of an earlier one. Raises MovedOn when it is no longer to come."""
    session = Session.objects.select_related("group").get(pk=place.session_id)
    if session.state != SessionState.INVITED or session.ends_at < now:
        raise MovedOn(session)
    Participation.objects.filter(pk=place.pk).update(answer=Answer(answer), answered_at=now, updated_at=now)


@transaction.atomic
def note_presence(*, session: Session, noted: Mapping[int, str], by: Insider, now: datetime) -> int:
    """Write down who was there; only what is new is written, so two who note at once keep each other's notes.

    Returns how many changed. Raises NotAllowed, MovedOn once the minutes are confirmed or before it was held.
    """
    check_leads(by)
    session = locked(session)
    if session.state not in (SessionState.HELD, SessionState.DRAFT):
        raise MovedOn(session)
    changed = 0
    for pk, presence in noted.items():
        rows = session.people.filter(pk=pk).exclude(presence=presence)
        changed += rows.update(presence=presence, noted_by=by.name, noted_at=now, updated_at=now)
    if changed:
        note(events.ATTENDANCE_NOTED, session, by, now, people=changed)
    return changed
