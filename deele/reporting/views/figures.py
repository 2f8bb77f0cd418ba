"""The figures as the house sees them: the first page, a figure divided, the list behind a number."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from deele.access import rules as access
from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.paging import page_number
from deele.reporting import doors
from deele.reporting.forms.asking import Asked, AskForm
from deele.reporting.kinds import Ask, Measure, Split
from deele.reporting.queries import files, pages, words
from deele.reporting.views.sending import sent

OWN = Permission.FIGURES_OWN
PER_PAGE = 50


@never_cache
@require_safe
@staff_page(OWN)
def first(request: HttpRequest) -> HttpResponse:
    """All figures this person may see, with the three years before."""
    form, asked = question(request)
    context = {
        **shown(request, form, asked),
        "sections": pages.sections(doors.figures(request.user), lambda measure: ask_for(request, measure, asked)),
        "heads": heads(asked),
    }
    return render(request, "reporting/first.html", context)


@never_cache
@require_safe
@staff_page(OWN)
def first_file(request: HttpRequest, form: str) -> HttpResponse:
    """The first page as a file."""
    _form, asked = question(request)
    found = pages.sections(doors.figures(request.user), lambda measure: ask_for(request, measure, asked))
    header, rows = files.first_page(found, Ask(asked.since, asked.until))
    return sent(form, header, rows, name=f"zahlen-{asked.since}-{asked.until}-intern")


@never_cache
@require_safe
@staff_page(OWN)
def figure(request: HttpRequest, key: str, split: str = "") -> HttpResponse:
    """One figure, divided."""
    measure = doors.figure(request.user, key)
    form, asked = question(request)
    ask = ask_for(request, measure, asked)
    chosen = split_of(measure, split)
    context = {
        **shown(request, form, asked),
        "measure": measure,
        "line": pages.line(measure, ask),
        "heads": heads(asked),
        "page": pages.split_page(measure, chosen, ask) if chosen else None,
        "overlap": files.overlap(),
        "tabs": tabs(measure, chosen, asked),
    }
    return render(request, "reporting/figure.html", context)


@never_cache
@require_safe
@staff_page(OWN)
def figure_file(request: HttpRequest, key: str, split: str, form: str) -> HttpResponse:
    """A divided figure as a file."""
    measure = doors.figure(request.user, key)
    _form, asked = question(request)
    ask = ask_for(request, measure, asked)
    chosen = split_of(measure, split)
    if chosen is None:
        raise Http404
    header, rows = files.split(pages.split_page(measure, chosen, ask), ask)
    return sent(form, header, rows, name=f"{key}-{split}-{asked.since}-{asked.until}-intern")


@never_cache
@require_safe
@staff_page(OWN)
def records(request: HttpRequest, key: str) -> HttpResponse:
    """The list behind a number, without persons."""
    measure = doors.figure(request.user, key)
    _form, asked = question(request)
    name, group = request.GET.get("aufteilung", ""), request.GET.get("gruppe", "")
    split = split_of(measure, name) if name else None
    try:
        rows, title = pages.records(measure, ask_for(request, measure, asked), split, group)
    except KeyError:
        raise Http404 from None
    paged = Paginator(rows, PER_PAGE)
    page = paged.page(page_number(request.GET.get("seite"), paged.num_pages))
    way = measure.way if doors.reaches_records(request.user, measure) else None
    context = {
        "measure": measure,
        "asked": asked,
        "split": split,
        "group": title,
        "page": page,
        "total": paged.count,
        "rows": [
            {"cells": [(column.title, column.cell(row)) for column in measure.columns], "url": way(row) if way else ""}
            for row in page.object_list
        ],
    }
    return render(request, "reporting/records.html", context)


def question(request: HttpRequest) -> tuple[AskForm, Asked]:
    """The form above the figures, and what it says."""
    form = AskForm(request.GET, areas=doors.areas(request.user), today=timezone.localdate())
    return form, form.asked()


def ask_for(request: HttpRequest, measure: Measure, asked: Asked) -> Ask:
    """The question to one measure: of the areas chosen, as far as this person may see them."""
    return Ask(asked.since, asked.until, doors.asked_areas(request.user, measure, asked.area))


def split_of(measure: Measure, key: str) -> Split | None:
    """The split of the address; the first one without. 404 for one that is none."""
    if not key:
        return next(iter(measure.splits), None)
    try:
        return measure.split(key)
    except KeyError:
        raise Http404 from None


def heads(asked: Asked) -> list[str]:
    """The heads of the columns: the period, then the same one in the years before."""
    ask = Ask(asked.since, asked.until)
    return [words.days(ask), *(words.days(ask.years_before(number)) for number in range(1, pages.YEARS_BESIDE + 1))]


def tabs(measure: Measure, chosen: Split | None, asked: Asked) -> list[dict[str, Any]]:
    """The ways to divide this figure."""
    return [
        {
            "label": split.title,
            "url": f"{reverse('reporting:split', args=[measure.key, split.key])}?{asked.address}",
            "active": split is chosen,
        }
        for split in measure.splits
    ]


def shown(request: HttpRequest, form: AskForm, asked: Asked) -> dict[str, Any]:
    """What every page of figures shows above."""
    return {
        "form": form,
        "asked": asked,
        "presets": form.presets(asked),
        "outside": access.can(request.user, Permission.FIGURES_OUTSIDE),
    }
