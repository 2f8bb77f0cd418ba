"""Doors of memberships."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from deele.access import rules as access
from deele.access.enums import Permission
from deele.accounts.models import MailLink
from deele.accounts.queries import BadLink, mail_link
from deele.alliance.actions import joining, reviewing
from deele.alliance.models import Delegate, JoinRequest, MemberMerge, Membership


def public_member(pk: int) -> Membership:
    """A membership everybody may see, or the one it went into. 404 for all others, whatever they are."""
    gone = Membership.objects.filter(pk=pk).exclude(succeeded_by=None).values_list("succeeded_by", flat=True).first()
    return _first(Membership.objects.public(), gone or pk)


def desk_member(user: Any, pk: int) -> Membership:
    """A membership for the office. 404 where the person looks after none."""
    _may_work(user)
    return _first(Membership.objects.all(), pk)


def desk_person(user: Any, pk: int, person: int) -> Delegate:
    """Somebody who acts or acted for a member, for the office. 404 where the person looks after none."""
    _may_work(user)
    return own_person(_first(Membership.objects.all(), pk), person)


def own_person(membership: Membership, person: int) -> Delegate:
    """Somebody of this very member. 404 for all others."""
    found = membership.delegates.select_related("membership").filter(pk=person).first()
    if found is None:
        raise Http404
    return found


def desk_merge(user: Any, pk: int) -> MemberMerge:
    """A merge for the office. 404 where the person looks after none."""
    _may_work(user)
    found = MemberMerge.objects.select_related("kept", "gone").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def wish(token: str) -> tuple[MailLink, JoinRequest]:
    """The wish to join behind a mail link. Raises accounts.queries.BadLink and its kind."""
    link = mail_link(token, purpose=joining.PROVE, now=timezone.now())
    found = joining.wish_of(link)
    if found is None:
        raise BadLink
    return link, found


def reviewer(token: str) -> Delegate:
    """Who confirms a profile by a link of a mail. Raises accounts.queries.BadLink and its kind."""
    now = timezone.now()
    found = reviewing.delegate_of(mail_link(token, purpose=reviewing.REVIEW, now=now), now)
    if found is None:
        raise BadLink
    return found


def _may_work(user: Any) -> None:
    if not access.can(user, Permission.ALLIANCE_WORK):
        raise Http404


def _first(rows: Any, pk: int) -> Membership:
    found = rows.select_related("umbrella", "place__parent", "succeeded_by").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
