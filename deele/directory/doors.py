"""The doors of the directory: fetch and authorise in one step."""

from typing import Any

from django.http import Http404
from django.utils import timezone

from deele.accounts import queries as accounts
from deele.accounts.models import MailLink
from deele.directory import rules
from deele.directory.actions import links
from deele.directory.models import Batch, BatchRow, Entry
from deele.directory.queries import entries, imports


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


def import_batch(user: Any, pk: int) -> Batch:
    """An import of the areas the person imports for. 404 for all others."""
    batch = imports.batches_for(user).filter(pk=pk).first()
    if batch is None:
        raise Http404
    return batch


def import_row(user: Any, pk: int, number: int) -> BatchRow:
    """One row of such an import. 404 for all others."""
    row = imports.with_all(import_batch(user, pk)).filter(number=number).first()
    if row is None:
        raise Http404
    return row


def held_entry(token: str, *, purpose: str = links.HOLD) -> tuple[MailLink, Entry]:
    """The entry behind a mail link. Raises accounts.queries.BadLink and its kind."""
    link = accounts.mail_link(token, purpose=purpose, now=timezone.now())
    entry = links.entry_of(link)
    if entry is None:
        raise accounts.BadLink
    return link, entry
