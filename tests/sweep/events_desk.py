"""The addresses of events (desk) for the sweep, and one of everything they ask for."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from deele.accounts.models import User
from deele.events.actions import planning
from deele.events.enums import RegistrationState
from deele.events.models import CarrierMember
from deele.events.tests import factories
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
events:desk-list             GET  -                                     in  -   200 200 403 200 403
events:desk-new              GET  -                                     in  -   200 200 403 200 403
events:desk-new              POST -                                     in  -   200 200 403 200 403
events:desk-event            GET  pk=event-draft                        in  -   200 200 403 200 403
events:desk-section          GET  pk=event-draft,key=inhalt             in  -   200 200 403 200 403
events:desk-section          GET  pk=event-draft,key=termine-ort        in  -   200 200 403 200 403
events:desk-section          GET  pk=event-draft,key=programm           in  -   200 200 403 200 403
events:desk-section          GET  pk=event-draft,key=anmeldung          in  -   200 200 403 200 403
events:desk-section          GET  pk=event-draft,key=preise             in  -   200 200 403 200 403
events:desk-section          GET  pk=event-draft,key=nachher            in  -   200 200 403 200 403
events:desk-section          GET  pk=booked,key=termine-ort             in  -   200 200 403 200 403
events:desk-section          GET  pk=event-draft,key=nichts             in  -   404 404 403 404 403
events:desk-section          POST pk=event-draft,key=anmeldung          in  -   200 200 403 200 403
events:desk-stop-suggestions GET  -                                     in  -   200 200 403 200 403
events:desk-event            GET  pk=unknown                            in  -   404 404 403 404 403
events:desk-move             POST pk=event-draft                        in  -   go  go  403 go  403
events:desk-dates            GET  pk=event-draft                        in  -   200 200 403 200 403
events:desk-dates            POST pk=event-draft                        in  -   200 200 403 200 403
events:desk-copy             POST pk=event-draft                        in  -   go  go  403 go  403
events:desk-history          GET  pk=event-draft                        in  -   200 200 403 200 403
events:desk-preview          GET  pk=event-draft                        in  -   200 200 403 200 403
events:desk-documents        GET  pk=event-draft                        in  -   200 200 403 200 403
events:desk-documents        POST pk=event-draft                        in  -   200 200 403 200 403
events:desk-document-release POST pk=event-draft,document_pk=draft-file in  -   go  go  403 go  403
events:desk-document-remove  POST pk=event-draft,document_pk=unknown    in  -   404 404 403 404 403
events:desk-members          GET  -                                     in  -   403 200 403 200 403
events:desk-members          POST -                                     in  -   403 200 403 200 403
events:desk-members-import   GET  -                                     in  -   403 200 403 200 403
events:desk-members-import   POST -                                     in  -   403 200 403 200 403
events:desk-member-end       POST pk=member                             in  -   403 go  403 go  403
events:desk-registrations    GET  pk=booked                             in  -   403 200 403 200 403
events:desk-registrations    GET  pk=unknown                            in  -   403 404 403 404 403
events:desk-registration-new GET  pk=booked                             in  -   403 200 403 200 403
events:desk-registration-new POST pk=booked                             in  -   403 200 403 200 403
events:desk-registration     GET  event_pk=booked,pk=booking            in  -   403 200 403 200 403
events:desk-registration     GET  event_pk=event-draft,pk=booking       in  -   403 404 403 404 403
events:desk-registration-change GET event_pk=booked,pk=booking          in  -   403 200 403 200 403
events:desk-registration-change POST event_pk=booked,pk=booking         in  -   403 200 403 200 403
events:desk-cancel           POST event_pk=booked,pk=ended              in  -   403 go  403 go  403
events:desk-offer            POST event_pk=booked,pk=booking            in  -   403 go  403 go  403
events:desk-answer           POST event_pk=booked,pk=booking            in  -   403 go  403 go  403
events:desk-link             POST event_pk=booked,pk=booking            in  -   403 go  403 go  403
events:desk-proof            POST event_pk=booked,pk=booking,participant_pk=guest in - 403 go 403 go 403
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """What the blanks of the table are filled with, by its words."""
    now = timezone.now()
    days = [{"starts_at": now + timedelta(days=60), "ends_at": now + timedelta(days=60, hours=6)}]
    values = {"title": "Entwurf Muster", "kind": "werkstatt", "area": area}
    draft = planning.create(values=values, rows={"days": days}, by=None, now=now)
    file = draft.documents.create(title="Folien", kind="folien")
    booked = factories.event("Fortbildung mit Anmeldungen", area=area, starts_at=now + timedelta(days=50))
    booking = factories.registration(booked)
    ended = factories.registration(booked, state=RegistrationState.CANCELLED)
    member = CarrierMember.objects.create(carrier=area.carrier, name="Mitglied Muster")
    return {
        "event-draft": draft.pk, "draft-file": file.pk, "booked": booked.pk, "booking": booking.pk, "ended": ended.pk,
        "guest": booking.participants.get().pk, "member": member.pk,
    }  # fmt: skip
