"""For everybody: what the newsletters are, signing up, the button of the mail, and being rid of it again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.accounts.queries import BadLink
from deele.core.errors import Refusal
from deele.directory.queries import limits
from deele.newsletter.actions import subscribing
from deele.newsletter.doors import subscribers as doors
from deele.newsletter.forms.subscribe import AskLinkForm, SignUpForm
from deele.newsletter.queries import subscribers
from deele.newsletter.rules import consent

GET_POST = ["GET", "HEAD", "POST"]
PER_HOUR = 10


@never_cache
@require_http_methods(GET_POST)
def sign_up(request: HttpRequest) -> HttpResponse:
    """What there is, and the form."""
    area = subscribers.area_named(request.GET.get("bereich", ""))
    form = SignUpForm(request.POST or None, initial={"areas": [area] if area else []})
    if request.method == "POST" and form.is_valid():
        try:
            store(request, form)
            return redirect("newsletter:asked")
        except Refusal as refusal:
            form.add_error(None, refusal.message)
    context = {
        "form": form,
        "areas": subscribers.areas(),
        "consent_text": consent.text(language=get_language() or "de"),
    }
    return render(request, "newsletter/public/sign_up.html", context)


def store(request: HttpRequest, form: SignUpForm) -> None:
    """Raises Refusal when there were too many, or the address is none."""
    if problem := limits.too_many(request, "newsletter", per_hour=PER_HOUR):
        raise Refusal(problem)
    subscribing.sign_up(
        email=form.cleaned_data["email"], wanted=form.wanted(), ip_mark=ip_mark(request), now=timezone.now()
    )


def ip_mark(request: HttpRequest) -> str:
    """The connection as a keyed hash: enough to say that two acts came from one, and nothing more."""
    return salted_hmac("newsletter.ip", request.META.get("REMOTE_ADDR", ""), algorithm="sha256").hexdigest()


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """The same page for known and unknown addresses."""
    return render(request, "newsletter/public/asked.html")


@never_cache
@require_http_methods(GET_POST)
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the opt-in mail: GET shows what is asked for, POST subscribes."""
    try:
        link, wish = doors.sign_up(token)
        if request.method == "POST":
            subscriber = subscribing.confirm(link=link, sign_up=wish, now=timezone.now())
            context = {"subscriber": subscriber, "settings_url": doors.settings_path(subscriber)}
            return render(request, "newsletter/public/confirmed.html", context)
    except BadLink as problem:
        again = {"problem": problem, "again_url": doors.START, "again_label": _("To the newsletter")}
        return render(request, "accounts/link_problem.html", again, status=problem.status)
    context = {"sign_up": wish, "consent_text": consent.text(wish.text_version, get_language() or "de")}
    return render(request, "newsletter/public/confirm.html", context)


@never_cache
@require_http_methods(GET_POST)
def ask_settings(request: HttpRequest) -> HttpResponse:
    """Ask for the link to the settings."""
    form = AskLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        problem = limits.too_many(request, "newsletter-link", per_hour=PER_HOUR)
        if not problem:
            subscribing.send_settings_link(email=form.cleaned_data["email"], now=timezone.now())
            messages.success(request, _("If this address is subscribed, the link is on its way to it."))
            return redirect("newsletter:ask-settings")
        form.add_error(None, problem)
    return render(request, "newsletter/public/ask_settings.html", {"form": form})
