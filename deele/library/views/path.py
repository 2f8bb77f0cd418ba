"""The start path for municipalities: five questions, all answers in the address, nothing stored."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from deele.library.forms.path import understand
from deele.library.queries import path_page


@require_safe
@cache_control(private=True, no_cache=True)
def start(request: HttpRequest) -> HttpResponse:
    """The questions, and below them what the answers lead to."""
    return render(
        request, "library/public/path.html", path_page.page(understand(request.GET), request.GET, timezone.now())
    )
