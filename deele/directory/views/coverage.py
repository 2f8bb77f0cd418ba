"""Which places no advice office covers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from deele.directory.kinds.catalogue import advice_keys, kinds
from deele.directory.queries import coverage as queries


@require_safe
def coverage(request: HttpRequest) -> HttpResponse:
    """By district: covered and uncovered municipalities, for all advice or one kind of it."""
    kind = request.GET.get("art", "")
    kind = kind if kind in advice_keys() else ""
    rows = queries.by_district(kind)
    context = {
        "rows": rows,
        "kind": kind,
        "kinds": [kinds.get(key) for key in advice_keys()],
        "open": sum(len(district.uncovered) for _place, district in rows),
        "total": sum(district.total for _place, district in rows),
    }
    return render(request, "directory/public/coverage.html", context)
