"""Doors of cases. Whoever may not know of a case gets 404, as for one that does not exist."""

from datetime import datetime
from typing import Any

from django.http import Http404

from deele.access import rules as access
from deele.access.enums import Permission
from deele.advice.models import Case, CaseDocument, CaseOpening, CaseShare, CaseTask
from deele.advice.queries import cases as queries

WITH = ("area", "place__parent", "adviser", "deputy", "plan")


def case(user: Any, pk: int) -> Case:
    """A case of one's areas of work, or one this person is named on. 404 for all others."""
    found = Case.objects.visible_to(user).select_related(*WITH).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def opened_case(user: Any, pk: int, now: datetime) -> tuple[Case, CaseOpening]:
    """A case this person opened with a reason less than an hour ago. 404 for all others."""
    found = Case.objects.select_related(*WITH).filter(pk=pk).first()
    opening = queries.opening(found, user, now) if found and access.can(user, Permission.CASE_REASON) else None
    if found is None or opening is None:
        raise Http404
    return found, opening


def task(user: Any, case_pk: int, pk: int) -> CaseTask:
    """A task of such a case. 404 for all others."""
    owner = case(user, case_pk)
    found = owner.tasks.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.case = owner
    return found


def document(user: Any, case_pk: int, pk: int) -> CaseDocument:
    """A document of such a case. 404 for all others."""
    owner = case(user, case_pk)
    found = owner.documents.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.case = owner
    return found


def share(user: Any, case_pk: int, pk: int) -> CaseShare:
    """A share of such a case. 404 for all others."""
    owner = case(user, case_pk)
    found = owner.shares.select_related("user").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.case = owner
    return found
