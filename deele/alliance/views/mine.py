"""A member's own start page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from deele.alliance import doors
from deele.alliance.kinds import sections
from deele.alliance.queries import own


@require_safe
@doors.member_page
def mine(request: HttpRequest) -> HttpResponse:
    """Who they are, what they give and seek, and what every app above has for them."""
    delegate = request.delegate  # type: ignore[attr-defined]
    filled = [(section, section.context(delegate)) for section in sections]
    parts = [(section, context) for section, context in filled if context is not None]
    context = {"delegate": delegate, "parts": parts, **own.start(delegate.membership)}
    return render(request, "alliance/mine/page.html", context)
