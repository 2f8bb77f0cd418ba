"""Mails to sessions that became no item: the office looks at them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.groups import doors
from deele.groups.actions import session_mail as actions
from deele.groups.models import SessionMail
from deele.groups.queries.insiders import Insider

MOST = 100


@never_cache
@require_safe
@staff_page(Permission.ALLIANCE_WORK)
def mails(request: HttpRequest) -> HttpResponse:
    """What waits, and what was dealt with."""
    rows = SessionMail.objects.select_related("session__group", "participation", "item")
    context = {"waiting": rows.waiting(), "rest": rows.exclude(pk__in=SessionMail.objects.waiting())[:MOST]}
    return render(request, "groups/sessions/mails.html", context)


@never_cache
@require_safe
@staff_page(Permission.ALLIANCE_WORK)
def mail(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail, whole."""
    return render(request, "groups/sessions/mail.html", {"mail": doors.session_mail(request.user, pk)})


@require_POST
@staff_page(Permission.ALLIANCE_WORK)
def handle(request: HttpRequest, pk: int) -> HttpResponse:
    """Onto the agenda all the same, or let it be."""
    found = doors.session_mail(request.user, pk)
    by = Insider(found.session.group, user=request.user) if found.session else None
    try:
        actions.handle(mail=found, as_item="punkt" in request.POST, by=by, user=request.user, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("groups:desk-mail", pk)
    messages.success(request, _("Dealt with."))
    return redirect("groups:desk-mails")
