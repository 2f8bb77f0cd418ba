"""What everybody sees: search, map, entry."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from deele.core.text import slug
from deele.directory import doors
from deele.directory.forms import search as forms
from deele.directory.kinds.sections import sections
from deele.directory.models import Entry
from deele.directory.queries import entries, pages, review
from deele.directory.queries.documents import SOURCE
from deele.search import queries as search_index


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The directory: text, place, distance and filters as one address; list and map of the same hits."""
    asked = forms.understand(request.GET)
    return render(request, "directory/public/search.html", pages.search_page(asked, request.GET))


@require_safe
def entry(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """One entry. A former address leads to today's, a merged entry to its heir."""
    found = doors.public_entry(pk)
    heir = found.merged_into or found
    if heir.pk != pk or name != slug(found.title):
        return HttpResponsePermanentRedirect(heir.get_absolute_url())
    age, age_state = pages.age(found)
    context = {
        "entry": found,
        "facts": pages.facts(found),
        "related": entries.related(found),
        "photos": [photo for photo in found.photos.all() if photo.released],
        "breadcrumb": pages.breadcrumb(found),
        "age": age,
        "age_state": age_state,
        "can_write": pages.can_write_to(found),
        "where": pages.where(found),
        "map_url": reverse("directory:map"),
        "map_box": pages.box_around(found),
        "background": pages.background(found.place),
        "sections": told_by_others(found, request),
    }
    return render(request, "directory/public/entry.html", context)


def told_by_others(entry: Entry, request: HttpRequest) -> list[dict[str, Any]]:
    """What upper apps say about the entry."""
    shown = []
    for section in sections:
        context = section.context(entry)
        if context is not None:
            body = render_to_string(section.template, context, request)
            shown.append({"key": section.key, "title": section.title, "body": mark_safe(body)})
    return shown


@require_safe
def map_features(request: HttpRequest) -> JsonResponse:
    """The hits of the same search as GeoJSON for the visible part of the map, clustered here."""
    asked = forms.understand(request.GET)
    box, zoom = forms.view_of(request.GET)
    found = search_index.cluster(replace(asked.query(SOURCE), box=box), zoom)
    body = {"type": "FeatureCollection", "total": found.total, "features": found.features}
    return JsonResponse(body, headers={"Cache-Control": "public, max-age=60"})


@require_safe
def alike(request: HttpRequest) -> HttpResponse:
    """Public entries that resemble what somebody is typing: a piece of a page for the form."""
    found = review.like_typed(request.GET.get("title", ""), request.GET.get("place", ""), request.GET.get("kind", ""))
    return render(request, "directory/public/_alike.html", {"alike": found})
