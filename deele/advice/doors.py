"""The doors of advice: fetch and authorise in one step."""

from typing import Any

from django.http import Http404

from deele.access import rules as access
from deele.access.enums import Permission
from deele.advice.models import Contact, Template
from deele.advice.queries import contacts as queries


def contact(user: Any, pk: int) -> Contact:
    """A contact of the areas of work this person advises in. 404 for all others."""
    found = Contact.objects.visible_to(user).select_related("area", "place", "adviser").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def template(user: Any, pk: int) -> Template:
    """A template of such an area. 404 for all others."""
    found = queries.templates(user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def may_write(user: Any, area_id: int) -> bool:
    """Whether the person advises in this area of work."""
    return access.can(user, Permission.CASE_WORK, area_id=area_id)
