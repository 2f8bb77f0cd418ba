"""The people of a group: who they are, inviting, answering, roles, ending seats."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.core.addresses import address
from deele.groups.actions import leaving, seats, wishes
from deele.groups.doors import Right, both_sides, wish_of
from deele.groups.enums import Role
from deele.groups.forms.people import AnswerForm, InviteForm, RoleForm, SeatForm
from deele.groups.kinds import Side
from deele.groups.models import Seat
from deele.groups.queries import calendar, pages
from deele.groups.queries import people as queries
from deele.groups.views.acting import GET_POST, done, tried


def home(side: Side) -> str:
    """The list of people on this side."""
    return reverse(f"{side.prefix}people", args=[side.group.pk])


def seat_of(side: Side, pk: int) -> Seat:
    """A seat of this group that is held now. 404 for all others."""
    found = queries.seats(side.group).filter(pk=pk).first()
    if found is None:
        raise Http404
    found.group = side.group
    return found


@both_sides()
@require_safe
def people(request: HttpRequest, side: Side) -> HttpResponse:
    """Who sits in the group, who was invited, who would like to join."""
    more: dict[str, Any] = {"seats": queries.seats(side.group), "roles": Role.choices}
    if side.may_lead:
        more["wishes"] = queries.wishes(side.group)
    if side.seat is not None:
        more["calendar_url"] = address(reverse("groups:calendar", args=[calendar.token(side.seat)]))
    return render(request, "groups/parts/people.html", pages.page(side, "people", **more))


@both_sides(Right.LEAD)
@require_http_methods(GET_POST)
def invite(request: HttpRequest, side: Side) -> HttpResponse:
    """Invite somebody; the office may give the seat at once."""
    form = SeatForm(request.POST or None, group=side.group) if side.is_desk else InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer = done(request, form, lambda: invited(side, form.cleaned_data), said_of(form.cleaned_data), home(side))
        if answer is not None:
            return answer
    return render(request, "groups/parts/form.html", pages.page(
        side, "", form=form, back=home(side), heading=_("Invite somebody"), submit=_("Invite")
    ))  # fmt: skip


def invited(side: Side, given: dict[str, Any]) -> None:
    """What the form asks for."""
    common = {"group": side.group, "role": given["role"], "by": side.actor, "now": timezone.now()}
    if "email" in given:
        wishes.invite_address(email=given["email"], words=given["words"], **common)
    elif given["at_once"]:
        seats.give(delegate=given["delegate"], **common)
    else:
        wishes.invite(delegate=given["delegate"], words=given["words"], **common)


def said_of(given: dict[str, Any]) -> str:
    """What is said afterwards; by address it is the same whether it is known or not."""
    if "email" in given:
        return _("If this address belongs to somebody who acts for a member, an invitation is on its way.")
    return _("The person has a seat now and gets a mail.") if given["at_once"] else _("The invitation is on its way.")


@both_sides(Right.LEAD)
@require_POST
def role(request: HttpRequest, side: Side, seat_pk: int) -> HttpResponse:
    """What somebody is in the group."""
    seat, form = seat_of(side, seat_pk), RoleForm(request.POST)
    if not form.is_valid():
        return tried(request, lambda: None, _("Nothing was changed."), home(side))
    return tried(request, lambda: seats.change_role(
        seat=seat, role=form.cleaned_data["role"], by=side.actor, now=timezone.now()
    ), _("Saved."), home(side))  # fmt: skip


@both_sides(Right.LEAD)
@require_POST
def end(request: HttpRequest, side: Side, seat_pk: int) -> HttpResponse:
    """End a seat."""
    seat = seat_of(side, seat_pk)
    return tried(request, lambda: leaving.end_seat(
        seat=seat, by=side.actor, now=timezone.now()
    ), _("The seat has ended. What the person wrote stays."), home(side))  # fmt: skip


@both_sides(Right.LEAD)
@require_POST
def answer(request: HttpRequest, side: Side, wish_pk: int) -> HttpResponse:
    """Let somebody in, or not; take an invitation back."""
    wish, form = wish_of(side.group, wish_pk), AnswerForm(request.POST)
    if not form.is_valid():
        return tried(request, lambda: None, _("Nothing was changed."), home(side))
    act = wishes.let_in if form.cleaned_data["yes"] and not wish.invited else wishes.turn_down
    return tried(request, lambda: act(
        wish=wish, by=side.actor, now=timezone.now()
    ), _("Answered."), home(side))  # fmt: skip
