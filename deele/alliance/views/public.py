"""What everybody sees: the alliance, its members as list and map, one member."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from deele.alliance import doors
from deele.alliance.forms import search as forms
from deele.alliance.kinds import about_sections, member_sections
from deele.alliance.models import Membership
from deele.alliance.queries import listing, member_page, overview
from deele.search import queries as search


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What the alliance is, who belongs to it, how to join."""
    filled = [(section, section.context()) for section in about_sections]
    sections = [(section, part) for section, part in filled if part is not None]
    context = {
        "goals": overview.GOALS, "figures": overview.figures(), "ways": overview.ways_on(), "sections": sections,
    }  # fmt: skip
    return render(request, "alliance/public/about.html", context)


@require_safe
def members(request: HttpRequest) -> HttpResponse:
    """Members, with search and filters as one address; list and map of the same hits."""
    asked = forms.understand(request.GET)
    return render(request, "alliance/public/members.html", listing.page(asked, request.GET))


@require_safe
def map_features(request: HttpRequest) -> JsonResponse:
    """The hits of the same search for the visible part of the map."""
    asked = forms.understand(request.GET)
    box, zoom = forms.view_of(request.GET)
    found = search.cluster(replace(asked.query, box=box), zoom)
    body = {"type": "FeatureCollection", "total": found.total, "features": found.features}
    return JsonResponse(body, headers={"Cache-Control": "public, max-age=60"})


@require_safe
def member(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """One member. A former address leads to today's, a merged member to its heir."""
    found = doors.public_member(pk)
    if request.path != found.get_absolute_url():
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    context = {**member_page.page(found, request.GET.get("seite", "")), "sections": told_by_others(found)}
    return render(request, "alliance/public/member.html", context)


def told_by_others(found: Membership) -> list[tuple[Any, dict[str, Any]]]:
    """What every app above has to say of the member."""
    filled = [(section, section.context(found)) for section in member_sections]
    return [(section, part) for section, part in filled if part is not None]
