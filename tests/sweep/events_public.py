"""The addresses of events (public) for the sweep, and one of everything they ask for."""

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from deele.accounts.models import User
from deele.core.text import slug
from deele.events.actions import links
from deele.events.enums import RegistrationState, State
from deele.events.models import Document
from deele.events.tests import factories
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
events:calendar              GET  -                                     200 -   -   -   -   200 -
events:month-now             GET  -                                     go  -   -   -   -   go  -
events:month                 GET  name=2027-03                          200 -   -   -   -   200 -
events:month                 GET  name=2027-13                          404 -   -   -   -   404 -
events:event                 GET  name=open-event-name,pk=open-event    200 -   -   -   -   200 -
events:event                 GET  name=past-event-name,pk=past-event    200 -   -   -   -   200 -
events:event                 GET  name=anders,pk=open-event             go  -   -   -   -   go  -
events:event                 GET  name=secret-event-name,pk=secret-event 404 -   -   -   -   404 -
events:event-ics             GET  pk=open-event                         200 -   -   -   -   200 -
events:event-ics             GET  pk=secret-event                       404 -   -   -   -   404 -
events:calendar-ics          GET  -                                     200 -   -   -   -   200 -
events:feed                  GET  -                                     200 -   -   -   -   200 -
events:embed                 GET  -                                     200 -   -   -   -   200 -
events:embed-help            GET  -                                     200 -   -   -   -   200 -
events:document              GET  pk=past-event,document_pk=slides      200 -   -   -   -   200 -
events:document              GET  pk=open-event,document_pk=slides      404 -   -   -   -   404 -
events:document-picture      GET  pk=past-event,document_pk=slides,width=480 404 - - - - 404 -
events:register              GET  pk=open-event                         200 -   -   -   -   200 -
events:register              POST pk=open-event                         200 -   -   -   -   200 -
events:register              GET  pk=past-event                         200 -   -   -   -   200 -
events:register              GET  pk=secret-event                       404 -   -   -   -   404 -
events:registered            GET  pk=open-event,receipt=thanks          200 -   -   -   -   200 -
events:registered            GET  pk=open-event,receipt=erfunden        404 -   -   -   -   404 -
events:ask-link              GET  -                                     200 -   -   -   -   200 -
events:ask-link              POST -                                     200 -   -   -   -   200 -
events:hold                  GET  token=held                            -   200 -   -   -   -   -
events:hold                  GET  token=offered                         -   200 -   -   -   -   -
events:hold                  GET  token=erfunden                        410 -   -   -   -   410 -
events:hold                  GET  token=hold                            410 -   -   -   -   410 -
events:hold-change           GET  token=held                            -   200 -   -   -   -   -
events:hold-change           POST token=held                            -   200 -   -   -   -   -
events:hold-change           POST token=erfunden                        410 -   -   -   -   410 -
events:hold-cancel           GET  token=held                            -   200 -   -   -   -   -
events:hold-cancel           POST token=held                            -   go  -   -   -   -   -
events:hold-cancel           POST token=erfunden                        410 -   -   -   -   410 -
events:hold-answer           GET  token=offered                         -   405 -   -   -   -   -
events:hold-answer           POST token=offered                         -   go  -   -   -   -   -
events:hold-answer           POST token=erfunden                        410 -   -   -   -   410 -
events:hold-ics              GET  token=held                            -   200 -   -   -   -   -
events:hold-ics              GET  token=erfunden                        410 -   -   -   -   410 -
api-v1:find_events           GET  -                                     200 -   -   -   -   200 -
api-v1:one_event             GET  pk=open-event                         200 -   -   -   -   200 -
api-v1:one_event             GET  pk=secret-event                       404 -   -   -   -   404 -
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """What the blanks of the table are filled with, by its words."""
    soon = timezone.now() + timedelta(days=30)
    open_event = factories.event("Exkursion Muster", starts_at=soon, area=area, place=factories.place(), capacity=10)
    past = factories.event("Fachtag Muster", starts_at=soon - timedelta(days=400), state=State.DOCUMENTED, area=area)
    secret = factories.event("Planung Muster", starts_at=soon, state=State.PLANNED, area=area)
    slides = Document.objects.create(
        event=past, title="Folien", kind="folien", released=True, rights_cleared=True,
        file=ContentFile(b"%PDF-1.4", "folien.pdf"),
    )  # fmt: skip
    confirmed = factories.registration(open_event)
    offered = factories.registration(open_event, seats=2, state=RegistrationState.OFFERED)
    return {
        "open-event": open_event.pk, "open-event-name": slug(open_event.title),
        "past-event": past.pk, "past-event-name": slug(past.title),
        "secret-event": secret.pk, "secret-event-name": slug(secret.title),
        "slides": slides.pk,
        "thanks": links.receipt(confirmed),
        "held": links.issue(confirmed, now=timezone.now()),
        "offered": links.issue(offered, now=timezone.now()),
    }  # fmt: skip
