"""Joint actions as the engine for overlaps sees them."""

from collections.abc import Iterable, Iterator
from typing import Any

from deele.access import rules as access
from deele.access.enums import Permission
from deele.jointactions.enums import State
from deele.jointactions.models import JointAction
from deele.jointactions.queries.overlaps import KIND, ref
from deele.likeness.kinds import Subject

COUNT = (State.PROPOSED, State.CHECKED, State.DECIDED, State.PREPARED, State.RUNNING)


def subjects(refs: Iterable[str] | None = None) -> Iterator[Subject]:
    """What is planned or runs. What is over, dropped or called off resembles nobody any more."""
    rows = JointAction.objects.filter(state__in=COUNT).select_related("place", "lead")
    if refs is not None:
        numbers = [one.partition(":")[2] for one in refs if one.startswith(f"{KIND}:")]
        rows = rows.filter(pk__in=[int(number) for number in numbers if number.isascii() and number.isdigit()])
    yield from (subject(action) for action in rows.order_by("pk"))


def subject(action: JointAction) -> Subject:
    """One action."""
    place = action.place
    return Subject(
        ref=ref(action),
        title=action.title,
        text=f"{action.aim} {action.text}".strip(),
        owner=action.lead.name if action.lead else action.lead_name,
        themes=tuple(action.themes),
        groups=tuple(action.target_groups),
        place_keys=(place.key, *place.ancestor_keys) if place else (),
        begins=action.begins,
        ends=action.ends,
    )


def url(one: str, user: Any) -> str:
    """Where this person may look at it."""
    number = one.partition(":")[2]
    action = JointAction.objects.filter(pk=number).first() if number.isascii() and number.isdigit() else None
    if action is None:
        return ""
    if access.can(user, Permission.ALLIANCE_WORK):
        return action.desk_url()
    return action.get_absolute_url() if action.is_shown else ""
