"""Files of a group: the list, a new one, the file itself, sharing, taking out."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.groups.actions import files as actions
from deele.groups.doors import Right, both_sides, group_file
from deele.groups.forms.files import FileForm
from deele.groups.kinds import Side
from deele.groups.queries import pages
from deele.groups.views.acting import GET_POST, done, tried


def home(side: Side) -> str:
    """The list of files on this side."""
    return reverse(f"{side.prefix}files", args=[side.group.pk])


@both_sides()
@require_safe
def files(request: HttpRequest, side: Side) -> HttpResponse:
    """Each name once, its older states below it."""
    return render(request, "groups/parts/files.html", pages.page(side, "files", files=pages.newest(side.group)))


@both_sides(Right.WORK)
@require_http_methods(GET_POST)
def add(request: HttpRequest, side: Side) -> HttpResponse:
    """Put a file in, or the next state of one."""
    wish = {"name": request.GET.get("name", "")[:100].replace("\0", "")}
    form = FileForm(request.POST or None, request.FILES or None, initial=wish)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        told = actions.Told(given["name"], given["note"], given["is_public"], given["token"])
        answer = done(request, form, lambda: actions.add(
            group=side.group, file=given["upload"], told=told, by=side.actor, now=timezone.now()
        ), _("The file is there."), home(side))  # fmt: skip
        if answer is not None:
            return answer
    return render(request, "groups/parts/form.html", pages.page(
        side, "", form=form, back=home(side), heading=_("Put a file in"), submit=_("Put it in")
    ))  # fmt: skip


@both_sides()
@require_safe
def get(request: HttpRequest, side: Side, file_pk: int) -> FileResponse:
    """The file itself, always as a download."""
    kept = group_file(side.group, file_pk)
    return FileResponse(kept.file.open(), as_attachment=True, filename=kept.name)


@both_sides(Right.WORK)
@require_POST
def share(request: HttpRequest, side: Side, file_pk: int) -> HttpResponse:
    """Let everybody read it, or the group alone: the other of what it is now."""
    kept = group_file(side.group, file_pk)
    said = _("Only the group reads it now.") if kept.is_public else _("Everybody may read it now.")
    return tried(request, lambda: actions.share(
        file=kept, is_public=not kept.is_public, by=side.actor, now=timezone.now()
    ), said, home(side))  # fmt: skip


@both_sides(Right.WORK)
@require_POST
def remove(request: HttpRequest, side: Side, file_pk: int) -> HttpResponse:
    """Take one state out."""
    kept = group_file(side.group, file_pk)
    return tried(request, lambda: actions.remove(
        file=kept, by=side.actor, now=timezone.now()
    ), _("The file is gone."), home(side))  # fmt: skip
