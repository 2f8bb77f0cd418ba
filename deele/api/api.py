"""Version 1 of the open interface: read-only, public, stable."""

import json
from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Query, Schema
from ninja.errors import HttpError, ValidationError
from pydantic import Field

from deele.api import queries
from deele.api.kinds import EntryList, EventList, EventOut, PlaceDetail, PlaceOut, Problem
from deele.core.geo import Box
from deele.core.paging import BadCursor
from deele.events.queries import open_data as dated
from deele.places import queries as places
from deele.search import queries as search

api = NinjaAPI(
    title="Deele",
    version="1",
    description=(
        "Places, projects, advice offices and meeting places as open data (CC0). Read-only, no key needed. "
        "Every fact tells when a person last confirmed it (verified_at)."
    ),
    urls_namespace="api-v1",
    docs_url=None,
    openapi_url="openapi.json",
)
ANSWERS = {304: None, 400: Problem, 429: Problem}


class PlaceAsked(Schema):
    """Parameters of the place search."""

    q: Annotated[str, Field(max_length=200, description="Name, part of a name, postcode or locality")]
    limit: Annotated[int, Field(ge=1, le=50)] = 10
    lat: Annotated[float | None, Field(ge=-90, le=90)] = None
    lon: Annotated[float | None, Field(ge=-180, le=180)] = None


class EntryAsked(Schema):
    """Parameters of the entry search."""

    q: Annotated[str, Field(max_length=200, description="Words")] = ""
    kind: Annotated[list[str], Field(max_length=30, description="Kinds, see /api/")] = []
    block: Annotated[list[str], Field(max_length=10, description="wohnen, pflege, nachbarschaft, beratung")] = []
    place: Annotated[str, Field(max_length=120, description="Key of a place of any level")] = ""
    lat: Annotated[float | None, Field(ge=-90, le=90)] = None
    lon: Annotated[float | None, Field(ge=-180, le=180)] = None
    radius_km: Annotated[float | None, Field(gt=0, le=queries.MAX_RADIUS_KM)] = None
    cursor: Annotated[str, Field(max_length=200, description="`next` of the page before")] = ""
    limit: Annotated[int, Field(ge=1, le=100)] = 20


class EventAsked(Schema):
    """Parameters of the event search."""

    q: Annotated[str, Field(max_length=200, description="Words")] = ""
    kind: Annotated[list[str], Field(max_length=30, description="fachtag, fortbildung, exkursion …")] = []
    format: Annotated[list[str], Field(max_length=5, description="praesenz, online, hybrid")] = []
    area: Annotated[list[str], Field(max_length=10, description="Key of an area of work")] = []
    theme: Annotated[list[str], Field(max_length=30)] = []
    place: Annotated[str, Field(max_length=120, description="Key of a place of any level")] = ""
    since: Annotated[date | None, Field(description="Not over on this day; without it, everything still to come")] = (
        None
    )
    until: Annotated[date | None, Field(description="Begins on this day at the latest")] = None
    cursor: Annotated[str, Field(max_length=400, description="`next` of the page before")] = ""
    limit: Annotated[int, Field(ge=1, le=100)] = 20


class BoxAsked(Schema):
    """Parameters of the map data."""

    bbox: Annotated[str, Field(pattern=r"^-?[\d.]+(,-?[\d.]+){3}$", max_length=80, description="west,south,east,north")]
    kind: Annotated[list[str], Field(max_length=30)] = []
    block: Annotated[list[str], Field(max_length=10)] = []
    limit: Annotated[int, Field(ge=1, le=500)] = 500


def root(request: HttpRequest) -> str:
    """Scheme and host of this house."""
    return request.build_absolute_uri("/").rstrip("/")


def ready(body: dict[str, Any]) -> HttpResponse:
    """An answer as it stands: what comes from our own index need not be checked on its way out."""
    return HttpResponse(json.dumps(body, ensure_ascii=False), content_type="application/json; charset=utf-8")


@api.get("/places", response={200: list[PlaceOut], **ANSWERS}, summary="Find a place")
def find_places(request: HttpRequest, asked: Query[PlaceAsked]):
    """Ordered matches for a name, part of a name, postcode or locality; typing slips are forgiven."""
    matches = places.find(asked.q, limit=asked.limit, lat=asked.lat, lon=asked.lon)
    return 200, [queries.place_row(match, root(request)) for match in matches]


@api.get("/places/{key}", response={200: PlaceDetail, 404: Problem, **ANSWERS}, summary="One place")
def one_place(request: HttpRequest, key: str):
    """A place by its official key."""
    place = places.by_key(key)
    if place is None:
        return 404, {"detail": _("There is no place with this key. Please search with /api/v1/places?q=.")}
    return 200, queries.place_detail(place, root(request))


@api.get("/entries", response={200: EntryList, **ANSWERS}, summary="Find entries")
def find_entries(request: HttpRequest, asked: Query[EntryAsked]):
    """Entries by words, kind, block, place or distance; page on with `next`."""
    query = queries.entry_query(asked)
    if query is None:
        return ready(queries.page(0, None, []))
    return ready(queries.find_entries(query, root(request)))


@api.get("/entries.geojson", response={200: dict, **ANSWERS}, summary="Entries in a box, as GeoJSON")
def entries_geojson(request: HttpRequest, asked: Query[BoxAsked]):
    """At most 500 features of a box, from texts that are ready."""
    chosen = queries.facets(asked.kind, asked.block)
    west, south, east, north = (float(side) for side in asked.bbox.split(","))
    if west >= east or south >= north:
        raise HttpError(400, _("The box must be west,south,east,north, with west < east and south < north."))
    query = queries.box_query(chosen, Box(west, south, east, north))
    body = search.features(query, asked.limit) if query else '{"type":"FeatureCollection","features":[]}'
    return HttpResponse(body, content_type="application/geo+json")


@api.get("/events", response={200: EventList, **ANSWERS}, summary="Find events")
def find_events(request: HttpRequest, asked: Query[EventAsked]):
    """Public events, the soonest first; page on with `next`."""
    try:
        return ready(dated.find_events(asked, root(request), timezone.now()))
    except BadCursor as refusal:
        raise HttpError(400, refusal.message) from refusal


@api.get("/events/{int:pk}", response={200: EventOut, 404: Problem, **ANSWERS}, summary="One event")
def one_event(request: HttpRequest, pk: int):
    """A public event by its number."""
    found = dated.one_event(pk, root(request))
    if found is None:
        return 404, {"detail": _("There is no public event with this number. Please search with /api/v1/events.")}
    return ready(found)


@api.exception_handler(ValidationError)
def bad_parameters(request: HttpRequest, problem: ValidationError) -> HttpResponse:
    """Say which parameter is wrong."""
    wrong = "; ".join(f"{'.'.join(str(part) for part in error['loc'][1:])}: {error['msg']}" for error in problem.errors)
    words = _("These parameters cannot be understood: %(wrong)s. The page /api/ explains them.") % {"wrong": wrong}
    return api.create_response(request, {"detail": words}, status=400)
