"""The edition for outside: finished years, small numbers hidden, no list behind a number, no person."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from deele.access import rules as access
from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.reporting import doors
from deele.reporting.kinds import Measure, Split
from deele.reporting.queries import edition, files
from deele.reporting.rules import periods
from deele.reporting.views.sending import sent

OUTSIDE = Permission.FIGURES_OUTSIDE
YEARS_BESIDE = 3


@never_cache
@require_safe
@staff_page(OUTSIDE)
def first(request: HttpRequest, year: int = 0) -> HttpResponse:
    """All figures of a finished year with the three years before."""
    years = periods.finished_years(timezone.localdate())
    year = finished(year) if year else years[0]
    context = {
        "year": year,
        "tabs": [
            {"label": one, "url": reverse("reporting:outside-year", args=[one]), "active": one == year} for one in years
        ],
        "heads": beside(year),
        "lines": lines(request, year),
        "inside": access.can(request.user, Permission.FIGURES_OWN),
    }
    return render(request, "reporting/outside.html", context)


@never_cache
@require_safe
@staff_page(OUTSIDE)
def first_file(request: HttpRequest, year: int, form: str) -> HttpResponse:
    """The figures of a finished year as a file that may be passed on."""
    header, rows = files.outside(lines(request, finished(year)), beside(year))
    return sent(form, header, rows, name=f"zahlen-{year}")


@never_cache
@require_safe
@staff_page(OUTSIDE)
def split(request: HttpRequest, year: int, key: str, split: str) -> HttpResponse:
    """One figure of a finished year, divided."""
    measure, chosen = divided(request, key, split)
    context = {
        "measure": measure,
        "year": finished(year),
        "split": chosen,
        "page": edition.page(measure, chosen, year, areas(request)),
        "overlap": files.overlap() if measure.overlaps(chosen) else "",
        "tabs": [
            {"label": one.title, "url": address(year, measure, one), "active": one is chosen}
            for one in edition.offered(measure)
        ],
    }
    return render(request, "reporting/outside_split.html", context)


@never_cache
@require_safe
@staff_page(OUTSIDE)
def split_file(request: HttpRequest, year: int, key: str, split: str, form: str) -> HttpResponse:
    """A divided figure as a file that may be passed on."""
    measure, chosen = divided(request, key, split)
    page = edition.page(measure, chosen, finished(year), areas(request))
    header, rows = files.outside_split(measure, chosen, page, year)
    return sent(form, header, rows, name=f"{key}-{split}-{year}")


def finished(year: int) -> int:
    """A year of the edition. 404 for one that still runs, or lies too far back."""
    if year not in periods.finished_years(timezone.localdate()):
        raise Http404
    return year


def beside(year: int) -> list[int]:
    """The year and those before it."""
    return list(range(year, year - YEARS_BESIDE - 1, -1))


def areas(request: HttpRequest) -> edition.Areas:
    """The areas of work whose figures this person reads; None for the whole office."""
    found = access.areas_of(request.user, OUTSIDE)
    return None if found is None else frozenset(found)


def divided(request: HttpRequest, key: str, split: str) -> tuple[Measure, Split]:
    """A figure with a split that leaves the house. 404 for all others."""
    measure = doors.outside_figure(request.user, key)
    chosen = next((one for one in edition.offered(measure) if one.key == split), None)
    if chosen is None:
        raise Http404
    return measure, chosen


def lines(request: HttpRequest, year: int) -> list[dict[str, Any]]:
    """The figures with their years, and the way to the first split."""
    figures = doors.outside_figures(request.user)
    years = [edition.totals(figures, one, areas(request)) for one in beside(year)]
    found = []
    for measure in figures:
        splits = edition.offered(measure)
        url = address(year, measure, splits[0]) if splits else ""
        found.append({"measure": measure, "numbers": [totals[measure.key] for totals in years], "url": url})
    return found


def address(year: int, measure: Measure, split: Split) -> str:
    """The page of a divided figure."""
    return reverse("reporting:outside-split", args=[year, measure.key, split.key])
