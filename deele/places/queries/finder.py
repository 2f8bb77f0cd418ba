"""Finding a place by what people type."""

import re
from dataclasses import dataclass

from deele.core import geo
from deele.places.enums import Level, Why
from deele.places.models import Place
from deele.places.queries import index as memory
from deele.places.queries import matching
from deele.places.queries.index import Index, Spot

SAME_TIER = 0.05
NEAR_KM = 50.0
KEY_AT_END = re.compile(r"\((\d{2,9}(?:-[a-z0-9-]+)?)\)$")


@dataclass(frozen=True)
class Match:
    """An answer: the place, how well it fits (0 to 1), why, and what tells it from others of its name."""

    place: Place
    score: float
    why: Why
    district: str = ""
    region: str = ""
    municipality: str = ""


def find(text: str, limit: int = 10, lat: float | None = None, lon: float | None = None) -> list[Match]:
    """Places for a name, part of a name, postcode, locality or former name, the likeliest first.

    Typing slips, missing umlauts and missing small words are forgiven; a postcode or a district beside the name
    narrows it. Places of one name are all offered, those near `lat`, `lon` first when a point is given.
    """
    index = memory.current()
    question = matching.asked(text)
    found = _found(index, question)
    if lat is not None and lon is not None:
        found = [_nearer(index, fit, lat, lon) for fit in found]
    found.sort(key=lambda fit: (-fit.score, index.spots[fit.spot].name, index.spots[fit.spot].key))
    return _matches(index, found[: max(0, limit)])


def exactly(text: str) -> Place | None:
    """The one place the text names: a key, a name no other place has, or a name with its district.

    A key may stand in brackets behind the name: "Neuenkirchen, Landkreis Osnabrück (03459027)". Else None.
    """
    plain, index = text.strip(), memory.current()
    named = KEY_AT_END.search(plain)
    key = named[1] if named else plain
    if key in index.spot_of_key:
        return Place.objects.filter(pk=index.spots[index.spot_of_key[key]].pk).first()
    found = _found(index, matching.asked(plain))
    sure = [fit for fit in found if fit.why in (Why.NAME, Why.POSTCODE) or fit.score > matching.TOP * 0.8]
    sure = [fit for fit in sure if fit.why != Why.SIMILAR]
    if len(sure) > 1:  # the municipality and the district of its name are told apart by the words in front
        sure = [fit for fit in sure if index.full_name(index.spots[fit.spot].key).casefold() == plain.casefold()]
    return Place.objects.filter(pk=index.spots[sure[0].spot].pk).first() if len(sure) == 1 else None


def _found(index: Index, question: matching.Question) -> list[matching.Fit]:
    by_code = _by_code(index, question.codes)
    if not question.words:
        return list(by_code.values())
    found = matching.fits(index, question)
    if not question.codes:
        return found
    return [_with_code(index, fit, set(by_code)) for fit in found] or list(by_code.values())


def _by_code(index: Index, codes: list[str]) -> dict[int, matching.Fit]:
    """Municipalities of a postcode, or of those that start so; for an unknown code those of its neighbours."""
    found: dict[int, matching.Fit] = {}
    for code in codes:
        start, why = code, Why.POSTCODE
        while len(start) > 2 and not any(True for _code in index.codes_starting(start)):
            start, why = start[:-1], Why.NEAR
        base = 0.9 if start == code and len(code) == 5 else 0.7 if start == code else 0.4
        for known in index.codes_starting(start):
            for spot in index.codes[known]:
                found.setdefault(spot, matching.Fit(spot, base + index.spots[spot].weight, why))
    return found


def _with_code(index: Index, fit: matching.Fit, fitting: set[int]) -> matching.Fit:
    spot = index.spots[fit.spot]
    own = index.spot_of_key.get(spot.municipality_key) if spot.level == Level.LOCALITY else fit.spot
    if own in fitting:
        return fit
    return matching.Fit(fit.spot, fit.score * 0.7, Why.OTHER_POSTCODE)


def _nearer(index: Index, fit: matching.Fit, lat: float, lon: float) -> matching.Fit:
    spot = index.spots[fit.spot]
    if spot.lat is None or spot.lon is None:
        return fit
    away = geo.distance_km(lat, lon, spot.lat, spot.lon)
    return matching.Fit(fit.spot, fit.score + SAME_TIER * NEAR_KM / (NEAR_KM + away) - SAME_TIER, fit.why)


def _matches(index: Index, found: list[matching.Fit]) -> list[Match]:
    places = Place.objects.in_bulk([index.spots[fit.spot].pk for fit in found])
    return [
        Match(places[pk], round(min(fit.score, 1.0), 3), fit.why, *surroundings(index, index.spots[fit.spot]))
        for fit in found
        if (pk := index.spots[fit.spot].pk) in places
    ]


def surroundings(index: Index, spot: Spot) -> tuple[str, str, str]:
    """District, region (else state) and municipality of a place in words; empty where it is that itself."""
    keys = (spot.district_key, spot.region_key or spot.state_key, spot.municipality_key)
    district, region, municipality = ("" if key == spot.key else index.full_name(key) for key in keys)
    return district, region, municipality
