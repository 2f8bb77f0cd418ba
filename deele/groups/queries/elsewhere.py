"""A group as the search and the engine for overlaps see it."""

from collections.abc import Iterable

from django.db.models import QuerySet

from deele.access import rules as access
from deele.access.enums import Permission
from deele.audit.models import reference
from deele.directory.enums import TargetGroup
from deele.groups.enums import State
from deele.groups.models import WorkingGroup
from deele.groups.queries.pages import labels
from deele.likeness.kinds import Subject
from deele.office.enums import Theme
from deele.search.kinds import Document

SOURCE, REF = "groups", "groups.workinggroup:"
COUNTS = (State.PROPOSED, State.SET_UP, State.ACTIVE)


def place_keys(group: WorkingGroup) -> list[str]:
    """Its place and everything above it, the place itself first."""
    return [group.place.key, *group.place.ancestor_keys] if group.place else []


def document(group: WorkingGroup) -> Document:
    """What the index keeps of a public group: only what everybody may read."""
    words = (group.mandate, group.output, labels(group.themes, Theme), labels(group.target_groups, TargetGroup))
    return Document(
        source=SOURCE, ref=str(group.pk), title=group.name, text=" ".join(filter(None, words)),
        facets={"theme": list(group.themes)}, place_keys=place_keys(group),
        data={"title": group.name, "url": group.get_absolute_url(), "text": group.mandate[:200]},
    )  # fmt: skip


def subject(group: WorkingGroup) -> Subject:
    """What may overlap with what others plan."""
    return Subject(
        ref=reference(group), title=group.name, text=f"{group.mandate} {group.output}".strip(),
        themes=tuple(group.themes), groups=tuple(group.target_groups), place_keys=tuple(place_keys(group)),
        begins=group.since, ends=group.until,
    )  # fmt: skip


def counting() -> QuerySet[WorkingGroup]:
    """The groups others could be doubling."""
    return WorkingGroup.objects.filter(state__in=COUNTS).select_related("place")


def numbers(refs: Iterable[str]) -> list[int]:
    """The groups these references name."""
    found = [ref.removeprefix(REF) for ref in refs if ref.startswith(REF)]
    return [int(number) for number in found if number.isascii() and number.isdigit()]


def url(ref: str, user: object) -> str:
    """Where this person may look at a group: the desk, its public page, or nowhere."""
    group = WorkingGroup.objects.filter(pk__in=numbers([ref])).first()
    if group is None:
        return ""
    if access.can(user, Permission.ALLIANCE_WORK):
        return group.desk_url()
    return group.get_absolute_url() if group.is_public and group.is_at_work else ""
