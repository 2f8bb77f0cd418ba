"""The start page of the office and its search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.desk import queries


@require_safe
@staff_page(Permission.DESK)
def start(request: HttpRequest) -> HttpResponse:
    """What needs me today."""
    return render(request, "desk/start.html", {"start": queries.start(request.user, timezone.localdate())})


@require_safe
@staff_page(Permission.DESK)
def search(request: HttpRequest) -> HttpResponse:
    """One search over everything this person may see."""
    text = request.GET.get("q", "")[:100]
    return render(request, "desk/search.html", {"text": text, "found": queries.find(request.user, text)})
