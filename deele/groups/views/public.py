"""Groups for everybody: the list, one of them, its public files."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from deele.alliance.doors import delegate_of
from deele.groups import doors
from deele.groups.queries import groups, pages
from deele.groups.views.acting import live


@require_safe
@live
def group_list(request: HttpRequest) -> HttpResponse:
    """The groups everybody may see."""
    return render(request, "groups/public/list.html", {"groups": groups.public()})


@require_safe
@live
def group(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """What the group is to do, who takes part, what it has made public."""
    found = doors.public_group(pk)
    if request.path != found.get_absolute_url():
        return redirect(found, permanent=True)
    delegate = delegate_of(request)
    seat = groups.seat_of(delegate, found) if delegate else None
    context = {**pages.public_page(found, timezone.now()), "delegate": delegate, "seat": seat}
    return render(request, "groups/public/group.html", context)


@require_safe
def file(request: HttpRequest, pk: int, file_pk: int) -> FileResponse:
    """A file everybody may read, always as a download."""
    kept = doors.shared_file(pk, file_pk)
    return FileResponse(kept.file.open(), as_attachment=True, filename=kept.name)
