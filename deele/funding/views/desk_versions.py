"""Versions and rounds of a programme at the desk."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.funding import doors
from deele.funding.actions import rounds, versions
from deele.funding.forms.programmes import RoundForm, VersionForm, copied
from deele.funding.models import Round
from deele.funding.queries import desk as queries

EDIT = Permission.FUNDING_EDIT
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(GET_POST)
@staff_page(EDIT)
def version_new(request: HttpRequest, pk: int) -> HttpResponse:
    """A new version: begins as a copy of the latest, and ends that one."""
    programme = doors.desk_programme(request.user, pk)
    latest = queries.latest_version(programme)
    form = VersionForm(request.POST or None, initial=copied(latest))
    if request.method == "POST" and form.is_valid():
        try:
            versions.make(programme=programme, values=form.values(), by=request.user, now=timezone.now())
        except Refusal as refusal:
            form.add_error("valid_from", refusal.message)
        else:
            messages.success(request, _("Saved. Rounds and applications before keep the version they began with."))
            return redirect(programme.desk_url())
    context = {"programme": programme, "form": form, "version": None, "latest": latest}
    return render(request, "funding/desk/version_form.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(EDIT)
def version(request: HttpRequest, pk: int, version_pk: int) -> HttpResponse:
    """Correct our words about a version."""
    found = doors.desk_version(request.user, pk, version_pk)
    form = VersionForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        slip = form.cleaned_data["slip"]
        try:
            versions.correct(version=found, values=form.values(), by=request.user, now=timezone.now(), slip=slip)
        except versions.NeedsNewVersion as refusal:
            form.add_error("slip", refusal.message)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("Saved."))
            return redirect(found.programme.desk_url())
    context = {"programme": found.programme, "form": form, "version": found, "latest": None}
    return render(request, "funding/desk/version_form.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(EDIT)
def round_form(request: HttpRequest, pk: int, round_pk: int = 0) -> HttpResponse:
    """A new round, or the facts of one."""
    programme = doors.desk_programme(request.user, pk)
    found = doors.desk_round(request.user, pk, round_pk) if round_pk else Round()
    present = queries.version_of_today(programme, timezone.localdate())
    if present is None:
        messages.error(request, _("Please write down first what the programme says; a round belongs to a version."))
        return redirect(programme.desk_url())
    initial = {} if round_pk else {"programme_version": present.pk}
    form = RoundForm(request.POST or None, instance=found, initial=initial, programme=programme)
    if request.method == "POST" and form.is_valid():
        rounds.save(form=form, by=request.user, now=timezone.now())
        messages.success(request, _("Saved."))
        return redirect(programme.desk_url())
    return render(request, "funding/desk/round_form.html", {"programme": programme, "form": form, "round": found})


@require_POST
@staff_page(EDIT)
def round_remove(request: HttpRequest, pk: int, round_pk: int) -> HttpResponse:
    """Take a round away that never was."""
    found = doors.desk_round(request.user, pk, round_pk)
    back = found.programme_version.programme.desk_url()
    try:
        rounds.remove(found=found, by=request.user, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The round was removed."))
    return redirect(back)
