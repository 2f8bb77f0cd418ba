"""The search index follows every write about a member, in its transaction."""

from deele.alliance.models import Membership
from deele.alliance.queries import documents
from deele.search import actions as search

SOURCE = documents.SOURCE


def refresh(*memberships: Membership) -> None:
    """Bring the index to the state of these members: only what everybody may see is in it."""
    pks = [one.pk for one in memberships]
    shown = {one.pk: one for one in documents.with_all(Membership.objects.public().filter(pk__in=pks))}
    search.index_many(documents.document(one) for one in shown.values())
    for pk in pks:
        if pk not in shown:
            search.forget(SOURCE, str(pk))


def rebuild() -> int:
    """Write the whole index of members anew; returns the number of documents."""
    search.rebuild(SOURCE, documents.all_documents())
    return Membership.objects.public().count()
