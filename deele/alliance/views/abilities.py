"""Who can what where: list, map and matrix of the same passages, for everybody."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from deele.alliance.forms.abilities import understand
from deele.alliance.queries import abilities
from deele.alliance.queries import matrix as queries
from deele.core import spreadsheet
from deele.directory.queries import pages


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """What members give and seek; every filter is part of the address."""
    asked = understand(request.GET)
    context = {
        **abilities.page(asked, request.GET, timezone.localdate()),
        "map_url": f"{reverse('alliance:abilities-map')}?{request.GET.urlencode()}",
        "map_box": abilities.map_box(asked),
        "background": pages.background(),
        "views_tabs": tabs(request, "abilities"),
    }
    return render(request, "alliance/marks/list.html", context)


def tabs(request: HttpRequest, active: str) -> list[dict[str, Any]]:
    """List and matrix of the same passages."""
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    names = {"abilities": _("List and map"), "matrix": _("Matrix")}
    return [
        {"label": label, "url": reverse(f"alliance:{name}") + query, "active": name == active}
        for name, label in names.items()
    ]


@require_safe
def map_features(request: HttpRequest) -> JsonResponse:
    """The same passages as points; what holds in the whole state is none."""
    found = abilities.features(understand(request.GET), timezone.localdate())
    return JsonResponse({"type": "FeatureCollection", "total": len(found), "features": found})


@require_safe
def matrix(request: HttpRequest) -> HttpResponse:
    """Themes against regions, white spots and clusters in words."""
    query = request.GET.urlencode()
    context = {
        **queries.page(understand(request.GET), request.GET, timezone.localdate()),
        "views_tabs": tabs(request, "matrix"),
        "list_url": reverse("alliance:abilities"),
        "csv_url": f"{reverse('alliance:matrix-csv')}{'?' if query else ''}{query}",
    }
    return render(request, "alliance/marks/matrix.html", context)


@require_safe
def matrix_csv(request: HttpRequest) -> HttpResponse:
    """The matrix to take away."""
    header, rows = queries.table(understand(request.GET), timezone.localdate())
    content = b"".join(spreadsheet.write_csv(header, rows, german_excel=True))
    headers = {"Content-Disposition": 'attachment; filename="wer-kann-was.csv"'}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)
