"""A member's own pages: profile, people, who can see what, mails, leaving."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.accounts.queries import BadLink
from deele.alliance import doors
from deele.alliance.actions import life, people, profiles
from deele.alliance.enums import State
from deele.alliance.forms.membership import PersonForm
from deele.alliance.forms.own import LeaveForm, MuteForm
from deele.alliance.forms.profile import ProfileForm
from deele.alliance.queries import own as queries
from deele.alliance.queries.desk import open_duties
from deele.alliance.rules import heirs
from deele.core.errors import Refusal

GET_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_POST)
@doors.member_page
def profile(request: HttpRequest) -> HttpResponse:
    """Write the next version; what is public stays until it is agreed."""
    delegate = request.delegate  # type: ignore[attr-defined]
    member = delegate.membership
    with transaction.atomic():
        draft = profiles.draft_of(member)
        sent_at, answer = draft.sent_at, draft.answer
        form = ProfileForm(request.POST or None, instance=draft)
        if request.method == "POST" and form.is_valid():
            send = "send" in request.POST
            try:
                profiles.write(form=form, hand=delegate.name, send=send, by=None, now=timezone.now())
            except Refusal as refusal:
                form.add_error(None, refusal.message)
            else:
                sent, saved = _("Sent. The office reads it and writes to you."), _("Saved. Nobody else sees it yet.")
                messages.success(request, sent if send else saved)
                return redirect("alliance:mine" if send else "alliance:mine-profile")
    context = {"member": member, "form": form, "sent_at": sent_at, "answer": answer, **queries.profile_of(member)}
    return render(request, "alliance/mine/profile.html", context, status=409 if form.conflict else 200)


@require_POST
@doors.member_page
def confirm(request: HttpRequest) -> HttpResponse:
    """The profile still holds."""
    delegate = request.delegate  # type: ignore[attr-defined]
    agreed = getattr(delegate.membership, "profile", None)
    if agreed is None:
        messages.error(request, _("There is no profile to confirm yet."))
    else:
        profiles.confirm(profile=agreed, by=None, now=timezone.now())
        messages.success(request, _("Thank you. We ask again in a year."))
    return redirect("alliance:mine")


@never_cache
@require_http_methods(GET_POST)
def review(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the yearly mail: the profile as it stands, one button, no signing in."""
    try:
        delegate = doors.reviewer(token)
    except BadLink as problem:
        return render(request, "accounts/link_problem.html", {"problem": problem}, status=problem.status)
    agreed = getattr(delegate.membership, "profile", None)
    done = request.method == "POST" and agreed is not None
    if request.method == "POST" and agreed is not None:
        profiles.confirm(profile=agreed, by=None, now=timezone.now())
    context = {"delegate": delegate, "done": done, **queries.profile_of(delegate.membership)}
    return render(request, "alliance/mine/review.html", context)


@require_http_methods(GET_POST)
@doors.member_page
def colleagues(request: HttpRequest) -> HttpResponse:
    """Who acts for the own member; a colleague is added here."""
    delegate = request.delegate  # type: ignore[attr-defined]
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        people.add(membership=delegate.membership, **form.cleaned_data, by=None, now=timezone.now())
        messages.success(request, _("Added. A link to sign in is on its way."))
        return redirect("alliance:mine-people")
    context = {"delegate": delegate, "form": form, "people": queries.people(delegate.membership)}
    return render(request, "alliance/mine/people.html", context)


@require_http_methods(GET_POST)
@doors.member_page
def end_colleague(request: HttpRequest, person: int) -> HttpResponse:
    """A colleague, or oneself, acts for the member no more; asks first."""
    delegate = request.delegate  # type: ignore[attr-defined]
    found = doors.own_person(delegate.membership, person)
    if request.method == "POST":
        try:
            people.end(delegate=found, by=None, now=timezone.now(), heirs=heirs.chosen(request.POST))
            messages.success(request, _("Ended. This person is signed out everywhere."))
        except Refusal as refusal:
            messages.error(request, refusal.message)
        return redirect("alliance:mine-people")
    context = {"person": found, "me": found.pk == delegate.pk, "duties": open_duties(found.membership, found, delegate)}
    return render(request, "alliance/mine/person_end.html", context)


@require_safe
@doors.member_page
def who_sees(request: HttpRequest) -> HttpResponse:
    """Who can see what of me and of my member, why, how long."""
    delegate = request.delegate  # type: ignore[attr-defined]
    return render(request, "alliance/mine/who_sees.html", {"delegate": delegate, **queries.who_sees(delegate)})


@require_http_methods(GET_POST)
@doors.member_page
def mails(request: HttpRequest) -> HttpResponse:
    """No mails for a while."""
    delegate = request.delegate  # type: ignore[attr-defined]
    form = MuteForm(request.POST or None, initial={"until": delegate.muted_until})
    if request.method == "POST" and form.is_valid():
        people.mute(delegate=delegate, until=form.cleaned_data["until"], now=timezone.now())
        messages.success(request, _("Saved."))
        return redirect("alliance:mine-mails")
    return render(request, "alliance/mine/mails.html", {"delegate": delegate, "form": form})


@require_POST
@doors.member_page
def out_everywhere(request: HttpRequest) -> HttpResponse:
    """Sign out on every device."""
    delegate = request.delegate  # type: ignore[attr-defined]
    people.end_devices(delegate=delegate, by=None, now=timezone.now())
    doors.let_out(request)
    messages.success(request, _("You are signed out on all devices."))
    return redirect("alliance:sign-in")


@require_http_methods(GET_POST)
@doors.member_page
def leave(request: HttpRequest) -> HttpResponse:
    """The member leaves the alliance; asks first, with what is still open."""
    delegate = request.delegate  # type: ignore[attr-defined]
    member = delegate.membership
    form = LeaveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reason: str = form.cleaned_data["reason"]
            life.move(
                membership=member, to=State.LEFT, by=None, now=timezone.now(), reason=reason, member=True,
                heirs=heirs.chosen(request.POST),
            )  # fmt: skip
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            doors.let_out(request)
            return render(request, "alliance/mine/left.html", {"member": member})
    context: dict[str, Any] = {"member": member, "form": form, "duties": open_duties(member, reader=delegate)}
    return render(request, "alliance/mine/leave.html", context)
