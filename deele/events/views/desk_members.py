"""Members of carriers at the desk."""

from collections import Counter

from django.contrib import messages
from django.core import signing
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.events.actions import members as actions
from deele.events.forms.members import ListForm, MemberForm, carriers_of
from deele.events.models import CarrierMember
from deele.events.queries import members as queries

GET_POST = ["GET", "HEAD", "POST"]
PER_PAGE = 50


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.REGISTRATION_WORK)
def members(request: HttpRequest) -> HttpResponse:
    """Who may claim the price for members, and the form for one more."""
    form = MemberForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add(by=request.user, now=timezone.now(), **form.cleaned_data)
        except Refusal as problem:
            form.add_error(None, problem.message)
        else:
            messages.success(request, _("Saved."))
            return redirect("events:desk-members")
    asked = {"q": request.GET.get("q", "")[:100], "ended": request.GET.get("beendet") == "1"}
    found = queries.members_of(carriers_of(request.user), asked["q"], timezone.localdate(), ended=asked["ended"])
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "events/desk/members.html", {"form": form, "page": page, "asked": asked})


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.REGISTRATION_WORK)
def take_in(request: HttpRequest) -> HttpResponse:
    """A list: first what it would do, then, on a second press, taken in."""
    form = ListForm(request.user, request.POST or None, request.FILES or None)
    context: dict = {"form": form}
    if request.method == "POST" and form.is_valid():
        carrier = form.cleaned_data["carrier"]
        try:
            if form.cleaned_data["rows"]:
                rows = queries.opened(form.cleaned_data["rows"])
                counts = actions.take_in(carrier=carrier, rows=rows, by=request.user, now=timezone.now())
                words = _(
                    "Taken in: %(neu)s new, %(geaendert)s changed, %(gleich)s as before, %(nicht_lesbar)s left out."
                )
                messages.success(request, words % counts)
                return redirect("events:desk-members")
            context |= preview(form, carrier)
        except signing.BadSignature:
            form.add_error("file", _("Too much time has passed. Please choose the file once more."))
        except Refusal as problem:
            form.add_error("file", problem.message)
    return render(request, "events/desk/members_import.html", context)


def preview(form: ListForm, carrier) -> dict:
    """What the list would do. Raises BadTable."""
    file = form.cleaned_data["file"]
    if file is None:
        raise Refusal(_("Please choose a file."))
    rows = queries.read_list(file, file.name)
    judged = [(row, actions.verdict(carrier, row)) for row in rows]
    return {
        "judged": judged[:200],
        "counts": Counter(verdict for _row, verdict in judged),
        "sealed": queries.sealed(rows),
        "carrier": carrier,
    }


@require_POST
@staff_page(Permission.REGISTRATION_WORK)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """The membership ends today."""
    member = CarrierMember.objects.filter(carrier__in=carriers_of(request.user), pk=pk).first()
    if member is None:
        raise Http404
    actions.end(member=member, by=request.user, now=timezone.now(), on=timezone.localdate())
    messages.success(request, _("The membership has ended."))
    return redirect("events:desk-members")
