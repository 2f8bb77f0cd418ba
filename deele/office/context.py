"""The office in every template."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from deele.office import queries


def office(request: HttpRequest) -> dict[str, object]:
    """`office`: the one office; looked up only where a template asks, and once for all parts of a page."""
    known = getattr(request, "_office", None)
    if known is None:
        known = request._office = SimpleLazyObject(queries.the_office)
    return {"office": known}
