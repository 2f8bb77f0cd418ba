"""Writing a notice without an account: choose what it is, say it, prove the address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.accounts.queries import BadLink
from deele.core.errors import Refusal
from deele.directory.queries import limits
from deele.notices import doors
from deele.notices.actions import holding, links, submitting
from deele.notices.forms.notice import SubmissionForm
from deele.notices.forms.short import AskLinkForm
from deele.notices.queries.entries import prefilled
from deele.notices.rules.kinds import DECLARED, NoticeKind, kind

GET_POST = ["GET", "HEAD", "POST"]
PER_HOUR = 10


def bad_link(request: HttpRequest, problem: BadLink) -> HttpResponse:
    """What is wrong with the link, and what to do."""
    return render(request, "notices/hold/bad_link.html", {"problem": problem}, status=410)


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """What do you seek or offer?"""
    seek = [one for one in DECLARED if not one.offers]
    offer = [one for one in DECLARED if one.offers]
    return render(request, "notices/public/choose.html", {"seek": seek, "offer": offer})


@never_cache
@require_http_methods(GET_POST)
def submit(request: HttpRequest, key: str) -> HttpResponse:
    """Say it."""
    asked = kind_or_404(key)
    initial = prefilled(request.GET.get("eintrag", "")) if request.method != "POST" else {}
    form = SubmissionForm(request.POST or None, kind=asked, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            store(request, form)
            return redirect("notices:submitted")
        except Refusal as refusal:
            form.add_error(None, refusal.message)
    return render(request, "notices/public/submit.html", {"form": form, "kind": asked})


def kind_or_404(key: str) -> NoticeKind:
    """Raises Http404 for a kind nobody declared."""
    try:
        return kind(key)
    except ValueError as error:
        raise Http404 from error


def store(request: HttpRequest, form: SubmissionForm) -> None:
    """Raises Refusal when there were too many."""
    if problem := limits.too_many(request, "notices.submit", per_hour=PER_HOUR):
        raise Refusal(problem)
    submitting.submit(told=form.told(), form=form.cleaned_data["seal"], now=timezone.now())


@require_safe
def submitted(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "notices/public/submitted.html")


@never_cache
@require_http_methods(GET_POST)
def prove(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the first mail: GET shows, POST proves."""
    try:
        link, notice = doors.held_notice(token, purpose=links.PROVE)
        if request.method == "POST":
            submitting.prove(link=link, notice=notice, now=timezone.now())
            return render(request, "notices/hold/proved.html", {"notice": notice})
    except BadLink as problem:
        return bad_link(request, problem)
    except Refusal as refusal:
        return render(request, "notices/hold/proved.html", {"notice": notice, "problem": refusal.message})
    return render(request, "notices/hold/prove.html", {"notice": notice})


@never_cache
@require_http_methods(GET_POST)
def ask_link(request: HttpRequest) -> HttpResponse:
    """Ask for the link again. The answer is the same whether the address is known or not."""
    form = AskLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        problem = limits.too_many(request, "notices.ask-link", per_hour=PER_HOUR)
        if not problem:
            holding.ask_for_links(email=form.cleaned_data["email"], now=timezone.now())
            sent = _("Please look into your mail")
            return render(request, "notices/hold/link_sent.html", {"title": sent})
        form.add_error(None, problem)
    return render(request, "notices/hold/ask_link.html", {"form": form})
