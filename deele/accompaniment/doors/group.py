"""The door of the group's page: a link from a mail."""

from django.http import Http404
from django.utils import timezone

from deele.accompaniment.actions import group
from deele.accompaniment.models import Member, PlanFile
from deele.accounts import queries as accounts


def member(token: str) -> Member:
    """Whose link this is. Raises accounts.queries.BadLink and its kind."""
    now = timezone.now()
    link = accounts.mail_link(token, purpose=group.GROUP, now=now)
    found = group.member_of(link, now)
    if found is None:
        raise accounts.BadLink
    return found


def shared_file(token: str, pk: int) -> PlanFile:
    """A file the group may see. 404 for all others; raises what `member` raises."""
    found = member(token).plan.files.filter(pk=pk, shared=True).first()
    if found is None:
        raise Http404
    return found
