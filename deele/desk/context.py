"""Menu and demo note for every page of the desk."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from deele.desk import queries

PREFIX = "/schreibtisch/"


def desk(request: HttpRequest) -> dict[str, Any]:
    """`desk_menu`, `desk_query` and `demo`; computed only where the desk's base template asks."""
    user = getattr(request, "user", None)
    if user is None:
        return {}
    rows = SimpleLazyObject(lambda: queries.menu_for(user, request.path) if user.is_authenticated else [])
    asked = request.GET.get("q", "") if request.path == f"{PREFIX}suche/" else ""
    return {"desk_menu": rows, "desk_query": asked, "demo": not settings.DEELE_SECOND_FACTOR}
