"""The doors of the newsletter: fetch and authorise in one step."""

from typing import Any

from django.http import Http404

from deele.access import rules as access
from deele.access.enums import Permission
from deele.mail.rules import masking
from deele.newsletter.models import Delivery, Issue, Item, Section


def desk_issue(user: Any, pk: int) -> Issue:
    """An issue of the areas the person builds newsletters for. 404 for all others."""
    issue = Issue.objects.of(user).select_related("area__carrier", "last_editor", "released_by").filter(pk=pk).first()
    if issue is None:
        raise Http404
    return issue


def section(user: Any, pk: int, number: int) -> Section:
    """A section of such an issue. 404 for all others."""
    found = Section.objects.filter(issue=desk_issue(user, pk), pk=number).select_related("issue__area__carrier").first()
    if found is None:
        raise Http404
    return found


def item(user: Any, pk: int, number: int) -> Item:
    """A record in such an issue. 404 for all others."""
    rows = Item.objects.filter(section__issue=desk_issue(user, pk), pk=number)
    found = rows.select_related("section__issue__area__carrier").first()
    if found is None:
        raise Http404
    return found


def archived_issue(slug: str) -> Issue:
    """A public issue. 404 for all others."""
    issue = Issue.objects.public().select_related("area__carrier").filter(slug=slug).first()
    if issue is None:
        raise Http404
    return issue


def shown_address(user: Any, copy: Delivery) -> str:
    """The address of a copy, masked for those who need not know it."""
    if access.can(user, Permission.SUBSCRIBER_WORK) and access.can(user, Permission.CONTACT_SEE):
        return copy.email
    return masking.address(copy.email) if copy.email else ""
