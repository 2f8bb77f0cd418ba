"""Attendance, certificates and feedback of an event at the desk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.events import doors
from deele.events.actions import attendance as actions
from deele.events.actions import certificates as issuing
from deele.events.forms.day import changed_cells
from deele.events.models import Event, Participant
from deele.events.queries import attendance, certificates, desk_nav, feedback
from deele.events.views.lists import as_file

WORK = Permission.REGISTRATION_WORK


def event_of(request: HttpRequest, pk: int) -> Event:
    """The event, for those who look after its registrations."""
    return doors.desk_event(request.user, pk, permission=WORK)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(WORK)
def grid(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was there on which day, to be corrected at the desk."""
    event = event_of(request, pk)
    if request.method == "POST":
        changes = changed_cells(request.POST)
        done = actions.correct(event=event, changes=changes, by=request.user, now=timezone.now())
        words = ngettext("%(number)s change was saved.", "%(number)s changes were saved.", done)
        messages.success(request, words % {"number": done})
        return redirect("events:desk-attendance", event.pk)
    context = {"event": event, "nav": desk_nav.nav(request.user, event, "desk-attendance"), **attendance.grid(event)}
    return render(request, "events/day/attendance.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(WORK)
def certificate_list(request: HttpRequest, pk: int) -> HttpResponse:
    """Who earned a certificate; POST issues them, one or all."""
    event = event_of(request, pk)
    rows = certificates.rows(event)
    if request.method == "POST":
        one = request.POST.get("person", "")
        wanted = [int(one)] if one.isdecimal() and len(one) < 12 else [row.person.pk for row in rows if row.earned]
        try:
            made = issuing.issue(event=event, persons=wanted, by=request.user, now=timezone.now())
            words = ngettext("%(number)s certificate was issued.", "%(number)s certificates were issued.", len(made))
            messages.success(request, words % {"number": len(made)})
        except Refusal as problem:
            messages.error(request, problem.message)
        return redirect("events:desk-certificates", event.pk)
    nav = desk_nav.nav(request.user, event, "desk-certificates")
    due = sum(1 for row in rows if row.earned and (row.certificate is None or row.certificate.withdrawn_at))
    return render(request, "events/day/certificates.html", {"event": event, "nav": nav, "rows": rows, "due": due})


@never_cache
@require_safe
@staff_page(WORK)
def certificate_file(request: HttpRequest, pk: int, person_pk: int) -> HttpResponse:
    """The paper of one person."""
    event = event_of(request, pk)
    people = Participant.objects.select_related("certificate", "registration__event__area__carrier")
    person = get_object_or_404(
        people, pk=person_pk, registration__event=event, certificate__isnull=False, certificate__withdrawn_at=None
    )
    person.certificate.participant = person
    return as_file(certificates.paper(person.certificate), event, "bescheinigung.pdf", "application/pdf")


@never_cache
@require_POST
@staff_page(WORK)
def certificate_withdraw(request: HttpRequest, pk: int, person_pk: int) -> HttpResponse:
    """Withdraw the certificate of one person."""
    event = event_of(request, pk)
    person = get_object_or_404(Participant, pk=person_pk, registration__event=event)
    issuing.withdraw(participant=person, by=request.user, now=timezone.now())
    messages.success(request, _("The certificate counts no longer. Whoever checks its code is told so."))
    return redirect("events:desk-certificates", event.pk)


@never_cache
@require_safe
@staff_page(WORK)
def feedback_results(request: HttpRequest, pk: int) -> HttpResponse:
    """What people said, from five answers on."""
    event = event_of(request, pk)
    context = {
        "event": event,
        "nav": desk_nav.nav(request.user, event, "desk-feedback"),
        "results": feedback.results(event),
    }
    return render(request, "events/day/feedback_results.html", context)
