"""Plans at the desk: the list, one of them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.accompaniment import doors
from deele.accompaniment.models import Plan

WORK = Permission.CASE_WORK


@never_cache
@require_safe
@staff_page(WORK)
def plan_list(request: HttpRequest) -> HttpResponse:
    """The plans of one's areas of work."""
    plans = Plan.objects.visible_to(request.user).accompanied().select_related("place", "adviser")[:50]
    return render(request, "accompaniment/desk/list.html", {"plans": plans})


@never_cache
@require_safe
@staff_page(WORK)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """One plan."""
    return render(request, "accompaniment/desk/plan.html", {"plan": doors.plan(request.user, pk)})
