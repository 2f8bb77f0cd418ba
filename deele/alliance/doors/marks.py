"""Doors of marked passages and matches."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from deele.accounts import queries as accounts
from deele.alliance.actions import match_post
from deele.alliance.doors.members import desk_member
from deele.alliance.models import Delegate, Mark, Match, Profile
from deele.alliance.queries.matches import with_both


def own_profile(delegate: Delegate) -> Profile:
    """The profile of the delegate's member. 404 where there is none."""
    return _profile(delegate.membership_id)


def desk_profile(user: Any, pk: int) -> Profile:
    """The profile of a member for the office. 404 where the person looks after none."""
    return _profile(desk_member(user, pk).pk)


def _profile(member: int) -> Profile:
    found = Profile.objects.select_related("membership").filter(membership=member).first()
    if found is None:
        raise Http404
    return found


def own_mark(delegate: Delegate, pk: int) -> Mark:
    """A passage of the delegate's member. 404 for all others."""
    return _first(Mark.objects.of(delegate.membership), pk)


def desk_mark(user: Any, pk: int) -> Mark:
    """A passage for the office. 404 where the person looks after none."""
    return _first(Mark.objects.visible_to(user), pk)


def _first(rows: Any, pk: int) -> Mark:
    found: Mark | None = rows.select_related("profile__membership").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def own_match(delegate: Delegate, pk: int) -> Match:
    """A match in which the delegate's member is one of the two. 404 for all others."""
    found = with_both(Match.objects.of(delegate.membership)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def desk_match(user: Any, pk: int) -> Match:
    """A match for the office. 404 where the person looks after none."""
    found = with_both(Match.objects.visible_to(user)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def linked_match(token: str) -> tuple[Delegate, Match]:
    """Who and which match the link of a mail means. Raises accounts.queries.BadLink and its kind."""
    now = timezone.now()
    behind = match_post.behind(accounts.mail_link(token, purpose=match_post.LINK, now=now), now)
    if behind is None:
        raise accounts.BadLink
    delegate, match = behind
    return delegate, own_match(delegate, match.pk)
