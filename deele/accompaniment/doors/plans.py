"""Doors of plans."""

from typing import Any

from django.http import Http404

from deele.accompaniment.models import Plan


def plan(user: Any, pk: int) -> Plan:
    """A plan this person may work on. 404 for all others."""
    rows = Plan.objects.visible_to(user).select_related("area", "place", "adviser", "deputy", "entry")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
