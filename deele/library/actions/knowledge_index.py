"""Keeps the search index, and the hints kept in memory, in step with examples, articles and the glossary."""

from datetime import datetime

from deele.library.actions import knowledge_overlaps as overlaps
from deele.library.models import Term
from deele.library.queries import glossary
from deele.library.queries import knowledge_documents as documents
from deele.library.queries.knowledge_documents import Told
from deele.search import actions as search


def refresh(row: Told, now: datetime) -> None:
    """Bring the index, and what is known of overlaps, to the state of the row. Do this last in an action."""
    if isinstance(row, Term):
        glossary.forget_kept()
    else:
        overlaps.told(row, now)
    if documents.is_public(row):
        search.index(documents.document(row))
    else:
        search.forget(documents.SOURCE, documents.ref(row))


def forget(row: Told) -> None:
    """Take it out."""
    if isinstance(row, Term):
        glossary.forget_kept()
    search.forget(documents.SOURCE, documents.ref(row))


def rebuild() -> None:
    """Write the whole index of these anew."""
    search.rebuild(documents.SOURCE, documents.all_documents())
