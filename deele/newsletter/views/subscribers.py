"""Subscribers at the desk: who takes what, one subscription with its proofs, and ending it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access import rules as access
from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.audit import queries as audit
from deele.core.errors import Refusal
from deele.newsletter.actions import ending, exporting, subscribing
from deele.newsletter.doors import subscribers as doors
from deele.newsletter.enums import Origin
from deele.newsletter.forms.subscribers import ByHandForm
from deele.newsletter.queries import subscribers as queries
from deele.newsletter.tables import subscribers as tables
from deele.newsletter.tables.subscribers import Filters

PER_PAGE = 50
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@staff_page(Permission.SUBSCRIBER_WORK)
def subscriber_list(request: HttpRequest) -> HttpResponse:
    """All subscribers; the filters stand in the address."""
    now, filters = timezone.now(), Filters.of(request.GET)
    page = Paginator(queries.found(request.user, **filters.asked()), PER_PAGE).get_page(request.GET.get("page"))
    confirmed, asked = queries.completion(now)
    context = {
        "page": page,
        "rows": tables.rows(page),
        "filters": filters,
        "tabs": tables.tabs(filters, queries.by_state(queries.found(request.user, **filters.asked(state="")))),
        "figures": queries.by_area(request.user, now),
        "districts": queries.districts(request.user),
        "confirmed": confirmed,
        "asked": asked,
        "may_export": access.can(request.user, Permission.SUBSCRIBER_EXPORT),
    }
    return render(request, "newsletter/desk/subscriber_list.html", context)


@never_cache
@require_safe
@staff_page(Permission.SUBSCRIBER_WORK)
def subscriber(request: HttpRequest, pk: int) -> HttpResponse:
    """One subscription: state, proofs, returns, history. That somebody looked is noted."""
    row = doors.desk_subscriber(request.user, pk)
    exporting.look(subscriber=row, by=request.user, now=timezone.now())
    context = {
        "subscriber": row,
        "badge": tables.badge(row),
        "facts": tables.facts(row),
        "consents": tables.proofs(queries.consents(row)),
        "bounces": row.bounces.all()[:20],
        "history": [audit.line(entry) for entry in audit.history(row)[:30]],
    }
    return render(request, "newsletter/desk/subscriber.html", context)


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.SUBSCRIBER_WORK)
def new(request: HttpRequest) -> HttpResponse:
    """Enter somebody who asked; they confirm by mail."""
    form = ByHandForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            subscribing.sign_up(
                email=form.cleaned_data["email"], wanted=form.wanted(), source=Origin.DESK, now=timezone.now()
            )
            messages.success(
                request, _("The mail with the button is on its way. Nothing is sent before it is pressed.")
            )
            return redirect("newsletter:desk-subscribers")
        except Refusal as refusal:
            form.add_error("email", refusal.message)
    return render(request, "newsletter/desk/subscriber_new.html", {"form": form})


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.SUBSCRIBER_WORK)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """End a subscription by hand, or block the address for good."""
    row = doors.desk_subscriber(request.user, pk)
    if request.method == "POST":
        for_good = request.POST.get("how") == "for-good"
        ending.end_by_desk(subscriber=row, by=request.user, now=timezone.now(), for_good=for_good)
        messages.success(request, _("Ended. No newsletter goes to this address any more."))
        return redirect(row)
    return render(request, "newsletter/desk/subscriber_end.html", {"subscriber": row})


@require_POST
@staff_page(Permission.SUBSCRIBER_WORK)
def send_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the link to the settings to somebody who asked the office for it."""
    row = doors.desk_subscriber(request.user, pk)
    if subscribing.send_settings_link(email=row.email, now=timezone.now()):
        messages.success(request, _("The link to the settings is on its way."))
    else:
        messages.error(request, _("This subscription has ended; there are no settings to change."))
    return redirect(row)


@require_safe
@staff_page(Permission.SUBSCRIBER_WORK)
@staff_page(Permission.SUBSCRIBER_EXPORT)
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The list with its filters as a table. Who took it with them is noted."""
    if form not in exporting.FORMS:
        raise Http404
    now = timezone.now()
    rows = queries.found(request.user, **Filters.of(request.GET).asked())
    name = f"abonnements-{timezone.localdate(now)}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    content = exporting.export(form, rows, by=request.user, now=now)
    return HttpResponse(content, content_type=exporting.FORMS[form], headers=headers)


@never_cache
@require_safe
@staff_page(Permission.SUBSCRIBER_WORK)
def bounces(request: HttpRequest) -> HttpResponse:
    """Mail that came back, newest first."""
    page = Paginator(queries.bounces(request.user), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "newsletter/desk/bounces.html", {"page": page})
