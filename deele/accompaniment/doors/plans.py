"""Doors of plans at the desk."""

from typing import Any

from django.http import Http404

from deele.accompaniment.models import PhaseChange, Plan


def plan(user: Any, pk: int) -> Plan:
    """A plan this person may work on. 404 for all others."""
    rows = Plan.objects.visible_to(user).select_related("area", "place__parent", "adviser", "deputy", "entry")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def part(user: Any, pk: int, related: str, part_pk: int) -> Any:
    """Something that belongs to such a plan, under the name by which the plan knows it. 404 for all others."""
    owner = plan(user, pk)
    row = getattr(owner, related).filter(pk=part_pk).first()
    if row is None:
        raise Http404
    row.plan = owner
    return row


def line(user: Any, pk: int, line_pk: int) -> PhaseChange:
    """A line of the history of such a plan that stands. 404 for all others."""
    owner = plan(user, pk)
    found = owner.phases.standing().filter(pk=line_pk).first()
    if found is None:
        raise Http404
    found.plan = owner
    return found
