"""Logging contacts, the list of them, one of them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.advice import doors
from deele.advice.actions import contacts as actions
from deele.advice.forms.contacts import ContactForm, prefilled
from deele.advice.forms.lists import FilterForm
from deele.advice.models import Case
from deele.advice.queries import contacts as queries
from deele.advice.queries.pages import tabs
from deele.core.errors import Refusal
from deele.core.paging import page_number
from deele.core.versions import Conflict

WORK = Permission.CASE_WORK
GET_POST = ["GET", "HEAD", "POST"]
PER_PAGE = 50


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def log(request: HttpRequest) -> HttpResponse:
    """The telephone has rung: write it down in under twenty seconds, with the keyboard alone."""
    form = ContactForm(request.POST, user=request.user) if request.method == "POST" else blank(request)
    if request.method == "POST" and form.is_valid():
        try:
            token = form.cleaned_data["token"]
            made = actions.log(told=form.told(), by=request.user, now=timezone.now(), form=token)
        except Refusal as refusal:
            form.add_error("code", refusal.message)
        else:
            words = _("Logged. If the person comes again, the code is %(code)s.") % {"code": made.code}
            messages.success(request, words)
            return redirect("advice:log")
    context = {
        "tabs": tabs("log"),
        "form": form,
        "recent": queries.recent(request.user),
        "templates": queries.templates(request.user),
        "week": queries.week(request.user, timezone.localdate()),
    }
    return render(request, "advice/log.html", context)


def blank(request: HttpRequest) -> ContactForm:
    """An empty form; or one filled by a template (`?vorlage=`), or for somebody who comes again (`?code=`)."""
    initial: dict[str, Any] = {}
    template, code = request.GET.get("vorlage", ""), request.GET.get("code", "")
    if template.isascii() and template.isdigit() and len(template) < 10:
        initial = prefilled(doors.template(request.user, int(template)))
    if code:
        initial["code"] = code[:12]
    return ContactForm(initial=initial, user=request.user)


@never_cache
@require_safe
@staff_page(WORK)
def contact_list(request: HttpRequest) -> HttpResponse:
    """What was logged in one's areas of work."""
    form = FilterForm(request.GET, user=request.user)
    rows = queries.found(request.user, asked := form.asked())
    pages = Paginator(rows, PER_PAGE)
    number = page_number(request.GET.get("seite"), pages.num_pages)
    context = {
        "tabs": tabs("list"),
        "form": form,
        "chosen": len(asked),
        "page": pages.page(number),
        "total": pages.count,
    }
    return render(request, "advice/list.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def contact(request: HttpRequest, pk: int) -> HttpResponse:
    """One contact: correct it, and the others under its code."""
    found = doors.contact(request.user, pk)
    form = ContactForm(request.POST or None, initial=prefilled(found), user=request.user)
    if request.method == "POST" and form.is_valid():
        present, found.version = found.version, form.cleaned_data["version"] or found.version
        try:
            actions.correct(contact=found, told=form.told(), by=request.user, now=timezone.now())
        except Conflict as conflict:
            form.meet(present)
            form.add_error(None, conflict.message)
        except Refusal as refusal:
            form.add_error("code" if refusal.code == "unknown-code" else None, refusal.message)
        else:
            messages.success(request, _("Saved."))
            return redirect("advice:contact", found.pk)
    seen = bool(found.case_id) and Case.objects.visible_to(request.user).filter(pk=found.case_id).exists()
    context = {"contact": found, "form": form, "earlier": queries.earlier(found, request.user), "case_seen": seen}
    return render(request, "advice/contact.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def contact_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was logged by mistake; asks first."""
    found = doors.contact(request.user, pk)
    if request.method == "POST":
        actions.remove(contact=found, by=request.user, now=timezone.now())
        messages.success(request, _("The contact was removed and counts no more."))
        return redirect("advice:list")
    return render(request, "advice/remove.html", {"contact": found})
