"""Who sees which figure, and of which areas of work."""

from typing import Any

from django.http import Http404

from deele.access import rules as access
from deele.access.enums import Permission
from deele.office import queries as office
from deele.office.models import Area
from deele.reporting.kinds import Measure, measures


def areas_of(user: Any, measure: Measure) -> frozenset[int] | None:
    """The areas whose figures of this kind the person sees; None means the whole office, an empty set nothing.

    FIGURES_SEE sees every figure, those who do the work see the figures of their own (domain §2.2).
    """
    found: set[int] = set()
    for permission in (Permission.FIGURES_SEE, measure.permission):
        areas = access.areas_of(user, permission)
        if areas is None:
            return None
        found |= areas
    return frozenset(found)


def may_see(user: Any, measure: Measure) -> bool:
    """Whether the person sees this figure at all; one without areas only whoever sees the whole office."""
    areas = areas_of(user, measure)
    return areas is None or (bool(areas) and measure.by_area)


def figures(user: Any) -> list[Measure]:
    """The figures this person sees, in their order."""
    return [measure for measure in measures if may_see(user, measure)]


def figure(user: Any, key: str) -> Measure:
    """A figure the person sees. 404 for all others."""
    if key not in measures or not may_see(user, measures.get(key)):
        raise Http404
    return measures.get(key)


def areas(user: Any) -> list[Area]:
    """The areas of work the person can ask figures for."""
    allowed = [areas_of(user, measure) for measure in figures(user)]
    if None in allowed:
        return list(office.areas())
    return list(office.areas().filter(pk__in=set().union(*(one for one in allowed if one))))


def asked_areas(user: Any, measure: Measure, chosen: int | None) -> frozenset[int] | None:
    """The areas to count in: the chosen one if it is allowed, else all that are."""
    allowed = areas_of(user, measure)
    if chosen is None:
        return allowed
    return frozenset({chosen}) if allowed is None or chosen in allowed else frozenset()


def reaches_records(user: Any, measure: Measure) -> bool:
    """Whether links to the records are worth showing; each record has a door of its own."""
    return measure.way is not None and access.can(user, measure.permission)


def outside_figures(user: Any) -> list[Measure]:
    """The figures of the edition for outside; those without areas only for whoever reads the whole office."""
    areas = access.areas_of(user, Permission.FIGURES_OUTSIDE)
    return [measure for measure in measures if areas is None or (areas and measure.by_area and not measure.parts)]


def outside_figure(user: Any, key: str) -> Measure:
    """A figure of that edition. 404 for all others."""
    found = next((measure for measure in outside_figures(user) if measure.key == key), None)
    if found is None:
        raise Http404
    return found
