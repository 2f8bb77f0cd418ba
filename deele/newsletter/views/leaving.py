"""The settings, and the one-click link of every mail (RFC 8058). Opening a link changes nothing; a button does."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from deele.core.errors import Refusal
from deele.newsletter.actions import ending, preferences
from deele.newsletter.doors import subscribers as doors
from deele.newsletter.forms.subscribe import SettingsForm
from deele.newsletter.models import Subscriber
from deele.newsletter.queries import subscribers
from deele.newsletter.rules.tokens import DIGEST

GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(GET_POST)
def settings(request: HttpRequest, token: str) -> HttpResponse:
    """What this subscriber gets. Two windows at once see the conflict."""
    with transaction.atomic():
        subscriber = doors.own_subscription(token)
        if not subscriber.is_active:
            return render(request, "newsletter/public/ended.html", {"subscriber": subscriber})
        form = SettingsForm(request.POST or None, instance=subscriber)
        if request.method == "POST" and form.is_valid():
            return save(request, form, token)
    context = {"form": form, "token": token, "address": subscribers.masked(form.instance.email)}
    return render(request, "newsletter/public/settings.html", context, status=409 if form.conflict else 200)


def save(request: HttpRequest, form: SettingsForm, token: str) -> HttpResponse:
    """Save and show the settings anew."""
    now = timezone.now()
    try:
        stored = preferences.change(subscriber=form.instance, settings=form.settings(timezone.localdate(now)), now=now)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        if stored.is_active:
            messages.success(request, _("Your settings were saved."))
    return redirect("newsletter:preferences", token)


@never_cache
@require_POST
def end_all(request: HttpRequest, token: str) -> HttpResponse:
    """The button “end everything” of the settings."""
    preferences.end_all(subscriber=doors.own_subscription(token), now=timezone.now())
    return redirect("newsletter:preferences", token)


@never_cache
@csrf_exempt  # mail programs post here without cookies; the signed token is what counts
@require_http_methods(GET_POST)
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, POST does: at once, without a question, also when there is nothing left to end."""
    wish = doors.unsubscription(token)
    area = subscribers.area_of(wish.area_id)
    context = {"token": token, "area": area, "is_digest": wish.area_id == DIGEST}
    if request.method == "POST":
        ending.unsubscribe(wish=wish, now=timezone.now())
        return render(request, "newsletter/public/unsubscribed.html", context)
    return render(request, "newsletter/public/unsubscribe.html", context)


@never_cache
@require_POST
def take_back(request: HttpRequest, token: str) -> HttpResponse:
    """“That was a mistake.”"""
    try:
        subscriber: Subscriber = ending.take_back(wish=doors.unsubscription(token), now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("newsletter:sign-up")
    messages.success(request, _("Welcome back. Everything is as it was before."))
    return redirect(doors.settings_path(subscriber))
