"""Holding notices still while something is decided about them. Notices before proposals, small numbers first."""

from deele.notices.models import Notice, Proposal


def notices(*pks: int) -> dict[int, Notice]:
    """The rows as they are now, locked until the transaction ends; in order, so that two deeds never wait in a circle.

    A weak lock (`no_key`): rows that merely point to a notice may be written meanwhile.
    """
    rows = Notice.objects.select_for_update(no_key=True).filter(pk__in=pks).order_by("pk")
    return {row.pk: row for row in rows}


def pair(proposal: Proposal) -> Proposal:
    """The proposal as it is now with both its notices, all locked."""
    held = notices(proposal.first_id, proposal.second_id)
    fresh = Proposal.objects.select_for_update(no_key=True).get(pk=proposal.pk)
    fresh.first, fresh.second = held[fresh.first_id], held[fresh.second_id]
    return fresh
