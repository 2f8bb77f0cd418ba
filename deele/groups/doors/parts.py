"""Doors of what belongs to a group."""

from django.http import Http404

from deele.groups.doors.groups import public_group
from deele.groups.models import GroupFile, WorkingGroup


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
