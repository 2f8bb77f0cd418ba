"""Asking without an account, and one's own enquiry behind the link of the mail. Looking changes nothing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.accounts.queries import BadLink
from deele.advice.actions import enquiries as actions
from deele.advice.actions import enquiry_links as links
from deele.advice.doors import enquiries as doors
from deele.advice.enums import EnquiryState
from deele.advice.forms.enquiries import AddForm, EnquiryForm
from deele.advice.models import Enquiry
from deele.advice.queries import asked_about
from deele.core.errors import Refusal
from deele.directory.queries import limits

GET_POST = ["GET", "HEAD", "POST"]
PER_HOUR = 10


@never_cache
@require_http_methods(GET_POST)
def ask(request: HttpRequest) -> HttpResponse:
    """One page: the question, where, how to answer. `?ort=`, `?zu=` and `?thema=` fill in what a page knows."""
    about = asked_about.about(request.GET.get("zu", ""))
    initial = asked_about.initial(request.GET.get("ort", ""), request.GET.get("thema", ""))
    form = EnquiryForm(request.POST) if request.method == "POST" else EnquiryForm(initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            if problem := limits.too_many(request, "advice.ask", per_hour=PER_HOUR):
                raise Refusal(problem, code="too-many")
            asked = form.asked(*about)
            made = actions.take_in(asked=asked, now=timezone.now(), form=form.cleaned_data["seal"])
            return redirect("advice:asked", links.receipt(made))
        except Refusal as refusal:
            form.add_error(None, refusal.message)
    promise = actions.promised_on(timezone.now())
    return render(request, "advice/public/ask.html", {"form": form, "about": about[1], "promise": promise})


@never_cache
@require_safe
def asked(request: HttpRequest, receipt: str) -> HttpResponse:
    """What exactly has happened, and how it goes on."""
    return render(request, "advice/public/asked.html", {"enquiry": doors.receipted_enquiry(receipt)})


def bad_link(request: HttpRequest, problem: BadLink) -> HttpResponse:
    """What is wrong with the link, and what to do."""
    return render(
        request,
        "accounts/link_problem.html",
        {"problem": problem, "again_url": reverse("advice:ask")},
        status=problem.status,
    )


@never_cache
@require_safe
def own(request: HttpRequest, token: str) -> HttpResponse:
    """Where the enquiry stands, and what was written."""
    try:
        enquiry = doors.own_enquiry(token, timezone.now())
    except BadLink as problem:
        return bad_link(request, problem)
    return own_page(request, enquiry, token, AddForm())


def own_page(request: HttpRequest, enquiry: Enquiry, token: str, form: AddForm) -> HttpResponse:
    """The page with this form on it."""
    context = {
        "enquiry": enquiry, "token": token, "form": form, "lines": enquiry.messages.all(),
        "may_add": enquiry.is_open or enquiry.state == EnquiryState.ANSWERED,
    }  # fmt: skip
    return render(request, "advice/public/own.html", context)


@never_cache
@require_POST
def own_add(request: HttpRequest, token: str) -> HttpResponse:
    """Add something."""
    try:
        enquiry = doors.own_enquiry(token, timezone.now())
    except BadLink as problem:
        return bad_link(request, problem)
    form = AddForm(request.POST)
    if not form.is_valid():
        return own_page(request, enquiry, token, form)
    try:
        text, seal = form.cleaned_data["text"], form.cleaned_data["seal"]
        actions.add(enquiry=enquiry, text=text, now=timezone.now(), form=seal)
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return own_page(request, enquiry, token, form)
    messages.success(request, _("We have it. Thank you."))
    return redirect("advice:own", token)


@never_cache
@require_http_methods(GET_POST)
def own_withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Take the enquiry back; asks first."""
    try:
        enquiry = doors.own_enquiry(token, timezone.now())
    except BadLink as problem:
        return bad_link(request, problem)
    if request.method == "POST":
        actions.withdraw(enquiry=enquiry, now=timezone.now())
        messages.success(request, _("Withdrawn. Your name and your words are deleted."))
        return redirect("advice:own", token)
    return render(request, "advice/public/withdraw.html", {"enquiry": enquiry, "token": token})
