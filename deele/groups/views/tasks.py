"""Tasks of a group: the list, closing one with a word, handing one on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.groups import doors
from deele.groups.actions import tasks as actions
from deele.groups.doors import Right, both_sides
from deele.groups.forms.tasks import CloseForm, HandOnForm
from deele.groups.kinds import Side
from deele.groups.queries import pages, session_pages
from deele.groups.queries.session_pages import insider
from deele.groups.views.acting import GET_POST, done, tried


def home(side: Side) -> str:
    """The list of tasks on this side."""
    return reverse(f"{side.prefix}tasks", args=[side.group.pk])


@both_sides()
@require_safe
def tasks(request: HttpRequest, side: Side) -> HttpResponse:
    """What is open, what was done."""
    return render(request, "groups/sessions/tasks.html", session_pages.tasks(side, timezone.localdate()))


@both_sides()
@require_http_methods(GET_POST)
def task(request: HttpRequest, side: Side, task_pk: int) -> HttpResponse:
    """One task, and the word with which it is closed."""
    found = doors.task_of(side.group, task_pk)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        answer = done(request, form, lambda: actions.close(
            task=found, done=given["state"] == "erledigt", word=given["word"], by=insider(side), now=timezone.now()
        ), _("The task is closed."), home(side))  # fmt: skip
        if answer is not None:
            return answer
    me = insider(side)
    context = pages.page(
        side, "tasks", form=form, task=found, back=home(side), may_close=me.can_lead or me.has(found),
        hand_on=HandOnForm(group=side.group) if me.can_lead else None,
    )  # fmt: skip
    return render(request, "groups/sessions/task.html", context)


@both_sides(Right.LEAD)
@require_POST
def hand_on(request: HttpRequest, side: Side, task_pk: int) -> HttpResponse:
    """Give a task to somebody else of the group."""
    found = doors.task_of(side.group, task_pk)
    form = HandOnForm(request.POST, group=side.group)
    if not form.is_valid():
        return tried(request, lambda: None, _("Please choose somebody; nothing was changed."), home(side))
    return tried(request, lambda: actions.hand_on(
        task=found, to=form.cleaned_data["to"], by=insider(side), now=timezone.now()
    ), _("Handed on. The person hears of it at once."), home(side))  # fmt: skip
