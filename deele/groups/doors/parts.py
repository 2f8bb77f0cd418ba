"""Doors of what belongs to a group."""

from django.http import Http404
from django.utils import timezone

from deele.accounts import queries as accounts
from deele.groups.actions.poll_post import POLL
from deele.groups.actions.polls import sheet_of_link
from deele.groups.doors.groups import public_group
from deele.groups.models import GroupFile, Poll, PollSheet, Seat, WorkingGroup
from deele.groups.queries import calendar


def group_file(group: WorkingGroup, pk: int) -> GroupFile:
    """A file of a group one has come into already. 404 for all others."""
    found = group.files.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.group = group
    return found


def shared_file(group_pk: int, pk: int) -> GroupFile:
    """A file of a public group that everybody may read. 404 for all others."""
    found = group_file(public_group(group_pk), pk)
    if not found.is_public:
        raise Http404
    return found


def group_poll(group: WorkingGroup, pk: int) -> Poll:
    """A poll of a group one has come into already. 404 for all others."""
    found = group.polls.select_related("chosen").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.group = group
    return found


def poll_sheet(token: str) -> PollSheet:
    """The sheet behind the link of a mail. Raises accounts.queries.BadLink and its kind."""
    link = accounts.mail_link(token, purpose=POLL, now=timezone.now())
    found = sheet_of_link(link)
    if found is None:
        raise accounts.BadLink
    return found


def calendar_seat(secret: str) -> Seat:
    """The seat behind the secret address of a calendar. 404 for forged and renewed ones."""
    found = calendar.seat_behind(secret)
    if found is None:
        raise Http404
    return found
