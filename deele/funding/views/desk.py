"""Programmes at the desk: the list, one of them, its facts, whether it is on the website."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.funding import doors
from deele.funding.actions import programmes as actions
from deele.funding.actions import versions
from deele.funding.forms.programmes import ProgrammeForm
from deele.funding.models import Programme
from deele.funding.queries import desk as queries

EDIT = Permission.FUNDING_EDIT
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@staff_page(EDIT)
def programme_list(request: HttpRequest) -> HttpResponse:
    """All programmes, those to be checked first."""
    tab, text = request.GET.get("tab", ""), request.GET.get("q", "")[:100]
    shown = queries.desk_list(request.user, tab, text, timezone.localdate())
    return render(request, "funding/desk/list.html", shown)


@never_cache
@require_http_methods(GET_POST)
@staff_page(EDIT)
def programme_form(request: HttpRequest, pk: int = 0) -> HttpResponse:
    """A new programme, or the name and the sentence of one."""
    found = doors.desk_programme(request.user, pk) if pk else Programme()
    form = ProgrammeForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        saved = actions.save(form=form, by=request.user, now=timezone.now())
        if pk:
            messages.success(request, _("Saved."))
            return redirect(saved.desk_url())
        messages.success(request, _("Saved. Now write down what it says; nobody outside sees it yet."))
        return redirect("funding:desk-version-new", saved.pk)
    return render(request, "funding/desk/programme_form.html", {"programme": found, "form": form})


@never_cache
@require_safe
@staff_page(EDIT)
def programme(request: HttpRequest, pk: int) -> HttpResponse:
    """One programme: how old our knowledge is, its versions, its rounds."""
    found = doors.desk_programme(request.user, pk)
    return render(request, "funding/desk/programme.html", queries.desk_page(found, timezone.localdate()))


@require_POST
@staff_page(EDIT)
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """“Checked again today”: one click, for the version of today as it was read."""
    found = doors.desk_programme(request.user, pk)
    version = queries.version_of_today(found, timezone.localdate())
    if version is None:
        messages.error(request, _("There is nothing to check yet: please write down first what the programme says."))
        return redirect(found.desk_url())
    version.version = number(request.POST.get("version", ""))
    said = _("Checked today. Thank you: the website now shows the facts without a warning.")
    return done(request, found, said, lambda: versions.check(version=version, by=request.user, now=timezone.now()))


@require_POST
@staff_page(EDIT)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Put it on the website, or take it off."""
    found = doors.desk_programme(request.user, pk)
    on = request.POST.get("show", "") == "1"
    said = _("The programme is on the website now.") if on else _("The programme is off the website now.")
    return done(request, found, said, lambda: actions.show(programme=found, on=on, by=request.user, now=timezone.now()))


def done(request: HttpRequest, found: Programme, said: str, act: Any) -> HttpResponse:
    """Do it and say so, or say why not; back to the programme either way."""
    try:
        act()
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, said)
    return redirect(found.desk_url())


def number(text: str) -> int:
    """A token of a page; nonsense is a token nobody has."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
