"""Pages of places, suggestions for the place box, boundaries for maps."""

import re
from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from deele.places import doors, slots
from deele.places.enums import Why
from deele.places.models import Place
from deele.places.queries import finder, outlines, page

LOCALITY_AT_END = re.compile(r"(?:^|-)(\d{8}-[a-z0-9-]+)$")
KEY_AT_END = re.compile(r"(?:^|-)(\d{9}|\d{8}|\d{5}|\d{2,3})$")
SHOWN, SUGGESTED = 40, 8
A_DAY = 86_400
SURE = (Why.NAME, Why.PART, Why.POSTCODE, Why.OLD_NAME)


@require_safe
def place_search(request: HttpRequest) -> HttpResponse:
    """The search page; a question with one sure answer leads straight to it."""
    question = request.GET.get("q", "").strip()[:120]
    matches = finder.find(question, limit=SHOWN) if question else []
    if len(matches) == 1 and matches[0].why in SURE:
        return redirect(matches[0].place)
    return render(request, "places/public/place_search.html", {"question": question, "matches": matches})


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Answers while somebody types."""
    matches = finder.find(request.GET.get("q", "")[:120], limit=SUGGESTED)
    return JsonResponse([_suggestion(match) for match in matches], safe=False)


def _suggestion(match: finder.Match) -> dict[str, Any]:
    place = match.place
    note = ", ".join(filter(None, [place.get_level_display(), match.municipality, match.district, match.region]))
    return {
        "key": place.key,
        "name": place.display_name,
        "exact": f"{', '.join(filter(None, [place.display_name, match.district or match.region]))} ({place.key})",
        "level": place.level,
        "level_name": place.get_level_display(),
        "municipality": match.municipality,
        "district": match.district,
        "region": match.region,
        "note": note,
        "url": place.get_absolute_url(),
    }


@require_safe
def place_detail(request: HttpRequest, slug_key: str) -> HttpResponse:
    """The page of a place of any level. A wrong or former name in the address leads to the right one."""
    found = LOCALITY_AT_END.search(slug_key) or KEY_AT_END.search(slug_key)
    place = doors.public_place(found[1] if found else "")
    if request.path != place.get_absolute_url():
        return redirect(place, permanent=True)
    shown = page.page_of(place, timezone.localdate(), request.GET.get("seite"))
    context = {"shown": shown, "place": place, "sections": _sections(place, request)}
    return render(request, "places/public/place_detail.html", context)


def _sections(place: Place, request: HttpRequest) -> list[dict[str, Any]]:
    """What upper apps say about the place; an ended place has no more of it."""
    behind = outlines.background_of(place)
    common = {"place": place, "background": reverse("places:borders", args=behind) if behind else ""}
    shown = []
    for section in () if place.is_ended else slots.sections:
        context = section.context(place, request)
        if context is not None:
            body = render_to_string(section.template, {**common, **context}, request)
            shown.append({"key": section.key, "title": section.title, "body": mark_safe(body)})
    return shown


def _etag(request: HttpRequest, **_address: str) -> str:
    return f'"{outlines.stamp()}"'


@require_safe
@cache_control(public=True, max_age=A_DAY)
@condition(etag_func=_etag)
def outline(request: HttpRequest, key: str) -> HttpResponseBase:
    """The boundary of a place."""
    feature = outlines.outline(key)
    if feature is None:
        raise Http404
    return JsonResponse(feature, content_type="application/geo+json")


@require_safe
@cache_control(public=True, max_age=A_DAY)
@condition(etag_func=_etag)
def borders(request: HttpRequest, level: str, parent_key: str) -> HttpResponseBase:
    """The background of a map: the borders of one level inside a place."""
    name = f"places.borders.{outlines.stamp()}.{level}.{parent_key}"
    collection = cache.get_or_set(name, lambda: outlines.borders(level, parent_key), A_DAY)
    if collection is None:
        raise Http404
    return JsonResponse(collection, content_type="application/geo+json")
