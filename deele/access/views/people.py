"""Roles at the desk: who works here, with which powers."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.access import queries
from deele.access.actions import grants
from deele.access.doors import staff_page
from deele.access.enums import ROLES, Permission
from deele.access.forms.roles import InviteForm, RoleForm
from deele.access.models import Grant
from deele.accounts.models import User
from deele.audit import queries as log
from deele.core.errors import Refusal

HISTORY_SHOWN = 20


@staff_page(Permission.GRANT)
def people(request: HttpRequest) -> HttpResponse:
    """Everybody with a role, and what each role may do."""
    today = timezone.localdate()
    context = {"colleagues": queries.colleagues(today), "others": queries.without_role(today), "roles": ROLES.values()}
    return render(request, "access/desk/people.html", context)


@staff_page(Permission.GRANT)
def person_invite(request: HttpRequest) -> HttpResponse:
    """Invite a colleague."""
    form = InviteForm(request.POST or None, giver=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            user = grants.invite(**form.cleaned_data, by=request.user, now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("%(name)s was invited by mail.") % {"name": user.name})
            return redirect("access:person-detail", user.pk)
    return render(request, "access/desk/person_invite.html", {"form": form})


@staff_page(Permission.GRANT)
def person_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: roles, giving another one, what was done."""
    user = get_object_or_404(User, pk=pk)
    form = RoleForm(request.POST or None, giver=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            grants.give(user=user, **form.cleaned_data, by=request.user, now=timezone.now())
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("The role was given."))
            return redirect("access:person-detail", user.pk)
    return render(request, "access/desk/person_detail.html", detail(user, form))


def detail(user: User, form: RoleForm) -> dict[str, Any]:
    """What the page of a person shows."""
    lines = [log.line(entry) for entry in log.history(user)[:HISTORY_SHOWN]]
    today = timezone.localdate()
    return {
        "person": user,
        "held": queries.held(user, today),
        "past": queries.past(user, today),
        "form": form,
        "lines": lines,
    }


@staff_page(Permission.GRANT)
def grant_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then end a role."""
    grant = get_object_or_404(Grant.objects.select_related("user", "area"), pk=pk)
    if request.method == "POST":
        try:
            grants.end(grant=grant, by=request.user, now=timezone.now())
        except Refusal as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, _("The role was ended."))
        return redirect("access:person-detail", grant.user_id)
    return render(request, "access/desk/grant_end.html", {"grant": grant})


@staff_page(Permission.GRANT)
def person_close(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then close an account."""
    user = get_object_or_404(User, pk=pk)
    if request.method == "POST":
        try:
            grants.close(user=user, by=request.user, now=timezone.now())
        except Refusal as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, _("The account was closed and all its sessions were ended."))
        return redirect("access:person-detail", user.pk)
    return render(request, "access/desk/person_close.html", {"person": user})
