"""One group, from the seat and from the desk: the overview, changing it, moving it on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.groups.actions import groups as actions
from deele.groups.doors import Right, both_sides
from deele.groups.enums import State
from deele.groups.forms.groups import DeskGroupForm, GroupForm, MoveForm
from deele.groups.kinds import Side
from deele.groups.models import WorkingGroup
from deele.groups.queries import pages
from deele.groups.views.acting import GET_POST, done, tried


@both_sides()
@require_safe
def overview(request: HttpRequest, side: Side) -> HttpResponse:
    """The group at a glance."""
    return render(request, "groups/parts/overview.html", pages.overview(side))


@both_sides(Right.LEAD)
@require_http_methods(GET_POST)
def change(request: HttpRequest, side: Side) -> HttpResponse:
    """Mandate, rhythm, themes. A second writer sees the conflict."""
    form_class = DeskGroupForm if side.is_desk else GroupForm
    form = form_class(request.POST or None, instance=WorkingGroup.objects.get(pk=side.group.pk))
    home = reverse(f"{side.prefix}group", args=[side.group.pk])
    if request.method == "POST" and form.is_valid():
        answer = done(request, form, lambda: actions.change(
            group=form.instance, by=side.actor, now=timezone.now()
        ), _("Saved."), home)  # fmt: skip
        if answer is not None:
            return answer
    context = pages.page(side, "", form=form, back=home)
    return render(request, "groups/parts/change.html", context, status=409 if form.conflict else 200)


@both_sides(Right.LEAD)
@require_POST
def move(request: HttpRequest, side: Side) -> HttpResponse:
    """One move of the table."""
    form = MoveForm(request.POST)
    home = reverse(f"{side.prefix}group", args=[side.group.pk])
    if not form.is_valid():
        return tried(request, lambda: None, _("Nothing was changed."), home)
    to, reason = form.cleaned_data["to"], form.cleaned_data["reason"]
    said = _("The working group is now: %(state)s.") % {"state": State(to).label}
    return tried(request, lambda: actions.move(
        group=side.group, to=to, by=side.actor, now=timezone.now(), reason=reason
    ), said, home)  # fmt: skip
