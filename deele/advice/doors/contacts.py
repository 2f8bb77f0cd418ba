"""Doors of contacts and templates."""

from typing import Any

from django.http import Http404

from deele.advice.models import Contact, Template
from deele.advice.queries import contacts as queries


def contact(user: Any, pk: int) -> Contact:
    """A contact of the areas of work this person advises in. 404 for all others."""
    found = Contact.objects.visible_to(user).select_related("area", "place", "adviser", "case").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def template(user: Any, pk: int) -> Template:
    """A template of such an area. 404 for all others."""
    found = queries.templates(user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
