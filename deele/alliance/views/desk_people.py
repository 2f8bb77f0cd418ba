"""Who acts for a member, at the desk; and two members that are one."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from deele.access.doors import staff_page
from deele.alliance import doors
from deele.alliance.actions import merging, people
from deele.alliance.forms.membership import MergeForm, PersonForm
from deele.alliance.models import Delegate
from deele.alliance.queries import desk as queries
from deele.alliance.rules import heirs
from deele.alliance.views.desk import GET_POST, WORK
from deele.core.errors import Refusal


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody new acts for the member."""
    found = doors.desk_member(request.user, pk)
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        people.add(membership=found, **form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("Added. A link to sign in is on its way."))
        return redirect(found.desk_url())
    return render(request, "alliance/desk/person.html", {"member": found, "form": form})


def deed(request: HttpRequest, pk: int, person: int, act: Callable[[Delegate], Any], done: str) -> HttpResponse:
    """One button beside a person: do it, or say why not."""
    found = doors.desk_person(request.user, pk, person)
    try:
        act(found)
        messages.success(request, done)
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(found.membership.desk_url())


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def end(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """The person acts for the member no more; asks first, with what is still open for them."""
    found = doors.desk_person(request.user, pk, person)
    if request.method == "POST":
        try:
            people.end(delegate=found, by=request.user, now=timezone.now(), heirs=heirs.chosen(request.POST))
        except Refusal as refusal:
            messages.error(request, refusal.message)
            return redirect("alliance:desk-person-end", pk, person)
        messages.success(request, _("Ended. This person is signed out everywhere."))
        return redirect(found.membership.desk_url())
    open_for = queries.open_duties(found.membership, found)
    return render(request, "alliance/desk/person_end.html", {"person": found, "duties": open_for})


@require_POST
@staff_page(WORK)
def link(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """Send a link to sign in."""

    def act(one: Delegate) -> None:
        people.send_link(delegate=one, by=request.user, now=timezone.now())

    return deed(request, pk, person, act, _("The link is on its way. At most one goes out in an hour."))


@require_POST
@staff_page(WORK)
def devices(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """Sign the person out everywhere."""

    def act(one: Delegate) -> None:
        people.end_devices(delegate=one, by=request.user, now=timezone.now())

    return deed(request, pk, person, act, _("Signed out everywhere."))


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Find the other member, look at both, make them one."""
    kept = doors.desk_member(request.user, pk)
    form = MergeForm((request.POST if request.method == "POST" else request.GET) or None)
    context: dict[str, Any] = {"member": kept, "form": form}
    if form.is_bound and form.is_valid():
        gone = form.cleaned_data["gone"]
        context |= {"gone": gone, "sides": queries.sides(kept, gone), "duties": queries.open_duties(gone)}
        if request.method == "POST":
            try:
                merging.merge(kept=kept, gone=gone, by=request.user, now=timezone.now())
            except Refusal as refusal:
                form.add_error(None, refusal.message)
            else:
                messages.success(request, _("Both are one member now. You can take it back on this page."))
                return redirect(kept.desk_url())
    return render(request, "alliance/desk/merge.html", context)


@require_POST
@staff_page(WORK)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a merge back."""
    found = doors.desk_merge(request.user, pk)
    try:
        gone = merging.undo(merge=found, by=request.user, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect(found.kept.desk_url())
    messages.success(request, _("Taken back. Both are members of their own again."))
    return redirect(gone.desk_url())
