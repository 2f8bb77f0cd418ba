"""The queue of look-alikes: side by side, decide, merge, take back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.directory import doors
from deele.directory.actions import duplicates as actions
from deele.directory.actions import merge as merging
from deele.directory.models import Merge
from deele.directory.queries import desk, review

PER_PAGE = 30


@require_safe
@staff_page(Permission.ENTRY_MERGE)
def queue(request: HttpRequest) -> HttpResponse:
    """Pairs that look alike, the likeliest first."""
    page = Paginator(review.OpenPairs(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "directory/desk/duplicates.html", {"page": page, "rows": review.pairs(page.object_list)})


@never_cache
@require_safe
@staff_page(Permission.ENTRY_MERGE)
def compare(request: HttpRequest, left: int, right: int) -> HttpResponse:
    """Two entries side by side."""
    one, other = doors.desk_entry(request.user, left), doors.desk_entry(request.user, right)
    context = {"left": one, "right": other, "rows": desk.side_by_side(one, other), "judged": review.judged(one, other)}
    return render(request, "directory/desk/compare.html", context)


@require_POST
@staff_page(Permission.ENTRY_MERGE)
def decide(request: HttpRequest, left: int, right: int) -> HttpResponse:
    """Same (and which one stays), different, later."""
    one, other = doors.desk_entry(request.user, left), doors.desk_entry(request.user, right)
    verdict = request.POST.get("verdict", "")
    if verdict not in actions.VERDICTS:
        raise Http404
    try:
        kept = actions.decide(left=one, right=other, verdict=verdict, by=request.user, now=timezone.now())
    except Refusal as problem:
        messages.error(request, problem.message)
        return redirect("directory:desk-compare", left, right)
    if kept:
        messages.success(request, _("Merged. You can take this back on the page of the entry."))
        return redirect(kept.desk_url())
    messages.success(request, _("Noted. This pair will not be proposed again."))
    return redirect("directory:desk-duplicates")


@require_POST
@staff_page(Permission.ENTRY_MERGE)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a merge back."""
    record = get_object_or_404(Merge.objects.select_related("kept", "gone"), pk=pk)
    doors.desk_entry(request.user, record.kept_id)
    try:
        gone = merging.undo(merge=record, by=request.user, now=timezone.now())
    except Refusal as problem:
        messages.error(request, problem.message)
        return redirect(record.kept.desk_url())
    messages.success(request, _("Taken back. Both entries are as they were."))
    return redirect(gone.desk_url())
