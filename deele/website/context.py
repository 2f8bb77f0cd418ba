"""The menus in every template."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from deele.website.queries import menu as queries


def menu(request: HttpRequest) -> dict[str, Any]:
    """`menu` and `legal_menu`; one query, and only where a template asks."""
    found = SimpleLazyObject(lambda: queries.menus(request.path))
    return {"menu": SimpleLazyObject(lambda: found.main), "legal_menu": SimpleLazyObject(lambda: found.legal)}
