"""The doors of notices: fetch and authorise in one step."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from deele.accounts import queries as accounts
from deele.accounts.models import MailLink
from deele.notices.actions import links
from deele.notices.models import Notice, Proposal
from deele.notices.queries import proposals


def public_notice(pk: int) -> Notice:
    """A notice everybody may see. 404 for all others, whatever they are."""
    found = Notice.objects.public().select_related("entry").prefetch_related("reaches__place").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def desk_notice(user: Any, pk: int) -> Notice:
    """A notice for the office. 404 where the person looks after none."""
    rows = Notice.objects.visible_to(user).select_related("entry").prefetch_related("reaches__place")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def desk_proposal(user: Any, pk: int) -> Proposal:
    """A proposal for the office. 404 where the person looks after none."""
    found = proposals.with_both(Proposal.objects.visible_to(user)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def held_notice(token: str, *, purpose: str = links.HOLD) -> tuple[MailLink, Notice]:
    """The notice behind a mail link. Raises accounts.queries.BadLink and its kind."""
    link = accounts.mail_link(token, purpose=purpose, now=timezone.now())
    notice = links.notice_of(link)
    if notice is None:
        raise accounts.BadLink
    return link, notice


def held_proposal(token: str, pk: int) -> tuple[Notice, Proposal]:
    """A proposal this notice may know of. Raises BadLink; 404 for all others."""
    _link, notice = held_notice(token)
    rows = proposals.with_both(Proposal.objects.of(notice)).filter(proposals.may_be_known(notice))
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return notice, found
