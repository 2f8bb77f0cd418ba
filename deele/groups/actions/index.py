"""What others know of a group: kept in step by every action that changes what the public reads."""

from datetime import datetime

from deele.groups.models import WorkingGroup


def refresh(group: WorkingGroup, now: datetime) -> None:
    """Bring the search and the engine for overlaps to the state of the group."""
