"""The office in every template."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from deele.office import queries


def office(request: HttpRequest) -> dict[str, object]:
    """`office`: the one office; looked up only where a template asks."""
    return {"office": SimpleLazyObject(queries.the_office)}
