"""Members at the desk: the list, one member on one screen, its moves, what we know of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.alliance import doors
from deele.alliance.actions import life, memberships, profiles
from deele.alliance.enums import Basis, OrganisationKind, State
from deele.alliance.forms.membership import AnswerForm, MembershipForm, MoveForm
from deele.alliance.forms.profile import DeskProfileForm
from deele.alliance.models import Membership
from deele.alliance.queries import desk as queries
from deele.alliance.rules import heirs
from deele.core.errors import Refusal

WORK = Permission.ALLIANCE_WORK
PER_PAGE = 50
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@staff_page(WORK)
def member_list(request: HttpRequest) -> HttpResponse:
    """All members; every filter is part of the address."""
    now = timezone.now()
    asked = {name: request.GET.get(name, "").replace("\0", "")[:100] for name in ("tab", "q", "art", "basis")}
    page = Paginator(queries.found(asked, now), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "asked": asked, "tabs": queries.tabs(asked["tab"], now), "kinds": OrganisationKind.choices,
        "bases": Basis.choices,
    }  # fmt: skip
    return render(request, "alliance/desk/list.html", context)


@never_cache
@require_safe
@staff_page(WORK)
def member(request: HttpRequest, pk: int) -> HttpResponse:
    """One member on one screen."""
    found = doors.desk_member(request.user, pk)
    return render(request, "alliance/desk/member.html", queries.page(found, timezone.now()))


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def member_form(request: HttpRequest, pk: int = 0) -> HttpResponse:
    """A new member, or what we know of one. A second writer sees the conflict."""
    with transaction.atomic():
        found = doors.desk_member(request.user, pk) if pk else Membership()
        name = found.name
        form = MembershipForm(request.POST or None, instance=found)
        if request.method == "POST" and form.is_valid():
            now = timezone.now()
            if pk:
                slip = form.cleaned_data.get("slip", False)
                saved = memberships.change(form=form, slip=slip, by=request.user, now=now)
            else:
                saved = memberships.enter(form=form, by=request.user, now=now)
            messages.success(request, _("Saved."))
            return redirect(saved.desk_url())
    parts = {"what": form.parts(form.what), "how": form.parts(form.how), "origin": form.parts(form.origin)}
    context = {"member": found if pk else None, "name": name, "form": form, **parts}
    return render(request, "alliance/desk/form.html", context, status=409 if form.conflict else 200)


@require_POST
@staff_page(WORK)
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """One move of the table."""
    found = doors.desk_member(request.user, pk)
    form = MoveForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            life.move(
                membership=found, to=data["to"], by=request.user, now=timezone.now(), reason=data["reason"],
                heirs=heirs.chosen(request.POST),
            )  # fmt: skip
            words = _("The member is now: %(state)s.") % {"state": State(data["to"]).label}
            messages.success(request, words)
        except Refusal as refusal:
            messages.error(request, refusal.message)
    return redirect(found.desk_url())


@never_cache
@require_http_methods(GET_POST)
@staff_page(WORK)
def profile(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the profile for a member, as it was told."""
    found = doors.desk_member(request.user, pk)
    with transaction.atomic():
        form = DeskProfileForm(request.POST or None, instance=profiles.draft_of(found))
        if request.method == "POST" and form.is_valid():
            try:
                profiles.write(form=form, hand=form.hand, send=False, by=request.user, now=timezone.now())
            except Refusal as refusal:
                form.add_error(None, refusal.message)
            else:
                messages.success(request, _("Saved as a draft. Please read it once more and agree to it."))
                return redirect(found.desk_url())
    context = {"member": found, "form": form}
    return render(request, "alliance/desk/profile.html", context, status=409 if form.conflict else 200)


@require_POST
@staff_page(WORK)
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Agree to the draft as it was read, or ask the member about it."""
    found = doors.desk_member(request.user, pk)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please open the draft again."))
        return redirect(found.desk_url())
    data, now = form.cleaned_data, timezone.now()
    try:
        if data["answer"]:
            profiles.send_back(
                membership=found, version=data["version"], answer=data["answer"], by=request.user, now=now
            )
            messages.success(request, _("The member gets your question by mail."))
        else:
            profiles.agree(membership=found, version=data["version"], by=request.user, now=now)
            messages.success(request, _("Agreed."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(found.desk_url())


@require_POST
@staff_page(WORK)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The member said by telephone that the profile still holds."""
    found = doors.desk_member(request.user, pk)
    agreed = getattr(found, "profile", None)
    if agreed is None:
        messages.error(request, _("There is no profile to confirm."))
    else:
        profiles.confirm(profile=agreed, by=request.user, now=timezone.now())
        messages.success(request, _("Confirmed for another year."))
    return redirect(found.desk_url())
