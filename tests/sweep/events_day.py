"""The addresses of events (day) for the sweep, and one of everything they ask for."""

from typing import Any

from django.utils import timezone

from deele.accounts.actions import mail_links
from deele.accounts.models import User
from deele.audit.actions import reference
from deele.events.actions import around, attendance, certificates, links, volunteers
from deele.events.models import Volunteer
from deele.events.tests import factories
from deele.office.models import Area

# name                       how  blanks                                strg hold edit even advi lead tech
TABLE = """
events:desk-lists            GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-list-file        GET  pk=day_event,key=arbeit,form=xlsx     in  -   403 200 403 200 403
events:desk-list-file        GET  pk=day_event,key=foerderung,form=csv  in  -   403 200 403 200 403
events:desk-list-file        GET  pk=day_event,key=geheim,form=csv      in  -   403 404 403 404 403
events:desk-signatures       GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-badges           GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-entrance         GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-entrance         GET  pk=unknown                            in  -   403 404 403 404 403
events:desk-entrance-tap     POST pk=day_event                          in  -   403 go  403 go  403
events:desk-entrance-sync    POST pk=day_event                          in  -   403 400 403 400 403
events:desk-walk-in          GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-walk-in          POST pk=day_event                          in  -   403 200 403 200 403
events:desk-entrance-worker  GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-attendance       GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-attendance       POST pk=day_event                          in  -   403 go  403 go  403
events:desk-certificates     GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-certificates     POST pk=day_event                          in  -   403 go  403 go  403
events:desk-certificate      GET  pk=day_event,person_pk=day_person     in  -   403 200 403 200 403
events:desk-certificate      GET  pk=day_event,person_pk=unknown        in  -   403 404 403 404 403
events:desk-certificate-withdraw POST pk=day_event,person_pk=day_person in  -   403 go  403 go  403
events:desk-feedback         GET  pk=day_event                          in  -   403 200 403 200 403
events:feedback              GET  token=day_feedback                    -   200 -   -   -   -   -
events:feedback              POST token=day_feedback                    -   200 -   -   -   -   -
events:feedback              GET  token=erfunden                        404 -   -   -   -   404 -
events:certificate           GET  -                                     200 -   -   -   -   200 -
events:certificate-fetch     GET  token=day_fetch                       -   200 -   -   -   -   -
events:certificate-fetch     GET  token=erfunden                        404 -   -   -   -   404 -
events:own-certificate       GET  token=day_hold,code=day_code          -   200 -   -   -   -   -
events:own-certificate       GET  token=day_hold,code=erfunden          -   404 -   -   -   -   -
events:own-certificate       GET  token=erfunden,code=day_code          404 -   -   -   -   404 -
events:own-invoice           GET  token=day_hold,number=RE-1            -   404 -   -   -   -   -
events:own-invoice           GET  token=erfunden,number=RE-1            404 -   -   -   -   404 -
events:desk-volunteers       GET  -                                     in  -   403 200 403 200 403
events:desk-volunteer-new    GET  -                                     in  -   403 200 403 200 403
events:desk-volunteer-new    POST -                                     in  -   403 200 403 200 403
events:desk-volunteers-export GET -                                     in  -   403 200 403 200 403
events:desk-volunteers-ask   POST -                                     in  -   403 go  403 go  403
events:desk-volunteer        GET  pk=day_volunteer                      in  -   403 200 403 200 403
events:desk-volunteer        GET  pk=unknown                            in  -   403 404 403 404 403
events:desk-volunteer-year   POST pk=day_volunteer                      in  -   403 go  403 go  403
events:desk-volunteers-take  GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-volunteers-take  POST pk=day_event                          in  -   403 go  403 go  403
events:volunteer-report      GET  token=day_report                      -   200 -   -   -   -   -
events:volunteer-report      POST token=day_report                      -   200 -   -   -   -   -
events:volunteer-report      GET  token=erfunden                        404 -   -   -   -   404 -
events:desk-billing          GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-billing-write    POST pk=day_event                          in  -   403 go  403 go  403
events:desk-refunds          GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-refunds          GET  pk=unknown                            in  -   403 404 403 404 403
events:desk-refunds-file     GET  pk=day_event                          in  -   403 200 403 200 403
events:desk-refund-account   GET  pk=day_event,registration_pk=day_booking in  - 403 200 403 200 403
events:desk-refund-account   POST pk=day_event,registration_pk=day_booking in  - 403 200 403 200 403
events:desk-refund-account   GET  pk=day_event,registration_pk=unknown  in  -   403 404 403 404 403
events:desk-refund-paid      POST pk=day_event,registration_pk=day_booking in  - 403 go  403 go  403
events:own-refund            GET  token=day_hold                        -   go  -   -   -   -   -
events:own-refund            POST token=day_hold                        -   go  -   -   -   -   -
events:own-refund            GET  token=erfunden                        410 -   -   -   -   410 -
"""


def build(area: Area, people: dict[str, User]) -> dict[str, Any]:
    """What the blanks of the table are filled with, by its words."""
    event = factories.event("Fortbildung am Tag", area=area)
    registration = factories.registration(event, organisation="Gemeinde Muster")
    person, now = registration.participants.get(), timezone.now()
    taps = [attendance.tap_now(person, day.pk, present=True, now=now) for day in event.days.all()]
    attendance.note(event=event, taps=taps, sent_at=now, by=None, now=now)
    (certificate,) = certificates.issue(event=event, persons=[person.pk], by=None, now=now)
    volunteer = Volunteer.objects.create(name="Beraterin Muster", email="beraterin@example.org", area=area)
    report = mail_links.issue(
        purpose=volunteers.REPORT,
        subject=f"{reference(volunteer)}:2026",
        email=volunteer.email,
        valid_for=volunteers.ANSWER_WITHIN,
        now=now,
        single_use=False,
    )
    return {
        "day_volunteer": volunteer.pk,
        "day_report": report,
        "day_event": event.pk,
        "day_person": person.pk,
        "day_booking": registration.pk,
        "day_code": certificate.code,
        "day_hold": links.issue(registration, now=now),
        "day_fetch": certificates.fetch_link(certificate, person.email, now),
        "day_feedback": around.feedback_token(event, "gast@example.org", now),
    }
