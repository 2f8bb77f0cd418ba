"""The doors of the directory: fetch and authorise in one step."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from deele.accounts import queries as accounts
from deele.accounts.models import MailLink
from deele.directory import rules
from deele.directory.actions import links
from deele.directory.models import Entry
from deele.directory.queries import entries


def public_entry(pk: int) -> Entry:
    """An entry for its public page: published, or merged (the page then leads on). 404 for all others."""
    entry = entries.for_page(pk)
    if entry is None or not (entry.is_public or entry.merged_into_id):
        raise Http404
    return entry


def published_entry(pk: int) -> Entry:
    """A published entry. 404 for all others."""
    entry = entries.public().filter(pk=pk).first()
    if entry is None:
        raise Http404
    return entry


def desk_entry(user: Any, pk: int) -> Entry:
    """An entry to work on. 404 where the person may not know it."""
    entry = entries.for_page(pk)
    if entry is None or not rules.can_edit_entry(user, entry):
        raise Http404
    return entry


def held_entry(token: str, *, purpose: str = links.HOLD) -> tuple[MailLink, Entry]:
    """The entry behind a mail link. Raises accounts.queries.BadLink and its kind."""
    link = accounts.mail_link(token, purpose=purpose, now=timezone.now())
    entry = links.entry_of(link)
    if entry is None:
        raise accounts.BadLink
    return link, entry
