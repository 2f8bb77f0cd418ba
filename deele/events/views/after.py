"""For everybody, after an event: how it was, fetching and checking a certificate, one's own papers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.accounts.queries import BadLink
from deele.directory.queries.limits import too_many
from deele.events import doors
from deele.events.actions import feedback as actions
from deele.events.forms.day import CheckForm, FeedbackForm
from deele.events.queries import certificates, hold_papers
from deele.events.views.lists import as_file

CHECKS_PER_HOUR = 60
PDF = "application/pdf"


def bad_link(request: HttpRequest, problem: BadLink) -> HttpResponse:
    """A page that says what is wrong with the link and what to do."""
    return render(request, "events/day/bad_link.html", {"problem": problem}, status=problem.status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest, token: str) -> HttpResponse:
    """How was it? Opening the page spends nothing; sending it does."""
    try:
        link, event = doors.feedback_event(token)
        form = FeedbackForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            actions.give(link=link, event=event, answers=form.answers(), now=timezone.now())
            return render(request, "events/day/feedback_thanks.html", {"event": event})
    except BadLink as problem:
        return bad_link(request, problem)
    return render(request, "events/day/feedback.html", {"event": event, "form": form})


@never_cache
@require_safe
def certificate(request: HttpRequest) -> HttpResponse:
    """Whether a certificate is genuine. Tells no more than that, and no whole name."""
    code = request.GET.get("code", "")
    form = CheckForm(request.GET if code else None)
    context = {"form": form, "asked": code}
    if code and form.is_valid():
        context["problem"] = too_many(request, "certificate", per_hour=CHECKS_PER_HOUR)
        context["checked"] = None if context["problem"] else certificates.checked(code)
    return render(request, "events/day/certificate_check.html", context, status=429 if context.get("problem") else 200)


@never_cache
@require_safe
def certificate_fetch(request: HttpRequest, token: str) -> HttpResponse:
    """The paper behind the link of the mail."""
    try:
        _link, found = doors.fetched_certificate(token)
    except BadLink as problem:
        return bad_link(request, problem)
    return as_file(certificates.paper(found), found.participant.registration.event, "bescheinigung.pdf", PDF)


@never_cache
@require_safe
def own_certificate(request: HttpRequest, token: str, code: str) -> HttpResponse:
    """A certificate of one's own registration."""
    try:
        _link, registration = doors.held_registration(token)
    except BadLink as problem:
        return bad_link(request, problem)
    found = hold_papers.certificate(registration, code)
    if found is None:
        raise Http404
    return as_file(certificates.paper(found), registration.event, "bescheinigung.pdf", PDF)


@never_cache
@require_safe
def own_invoice(request: HttpRequest, token: str, number: str) -> HttpResponse:
    """A document of one's own registration, as PDF or (…/rechnung/<number>/?xml=1) as e-invoice."""
    try:
        _link, registration = doors.held_registration(token)
    except BadLink as problem:
        return bad_link(request, problem)
    invoice = hold_papers.invoice(registration, number)
    wants_xml = request.GET.get("xml") == "1"
    content = (invoice.xml if wants_xml else invoice.pdf) if invoice else b""
    if invoice is None or not content:
        raise Http404
    ending, media = ("xml", "application/xml") if wants_xml else ("pdf", PDF)
    headers = {"Content-Disposition": f'attachment; filename="{invoice.file_name}.{ending}"'}
    return HttpResponse(bytes(content), content_type=media, headers=headers)
