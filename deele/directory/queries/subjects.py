"""Entries as the engine for overlaps takes them (likeness.kinds)."""

from collections.abc import Iterable, Iterator
from typing import Any

from deele.directory.enums import OPEN_STATES, PUBLIC_STATES, Block, State, TargetGroup
from deele.directory.kinds.catalogue import kinds
from deele.directory.models import Entry
from deele.likeness.kinds import Subject, numbers
from deele.office.enums import Theme

KEY = "directory.entry"
STATES = (*PUBLIC_STATES, *OPEN_STATES)
THEMES = {
    Block.HOUSING: (Theme.HOUSING,),
    Block.CARE: (Theme.CARE,),
    Block.NEIGHBOURHOOD: (Theme.NEIGHBOURHOOD,),
    Block.ADVICE: (),  # on what is not said by the block
}


def ref(entry: Entry) -> str:
    """How the engine calls it."""
    return f"{KEY}:{entry.pk}"


def counts(entry: Entry) -> bool:
    """Whether it is public or on its way; what a stranger began and did not prove is neither."""
    return entry.state in STATES and not (entry.state == State.DRAFT and entry.form_token)


def subject(entry: Entry) -> Subject:
    """What others could be running or founding too."""
    place = entry.place
    return Subject(
        ref=ref(entry),
        title=entry.title,
        text=f"{entry.short_text}\n{entry.description}".strip(),
        owner=entry.operator or entry.title,
        themes=tuple(str(theme) for theme in THEMES[entry.kind_of.block]) if entry.kind in kinds else (),
        groups=tuple(entry.target_groups or ()),
        place_keys=(place.key, *place.ancestor_keys) if place else (),
    )


def subjects(refs: Iterable[str] | None = None) -> Iterator[Subject]:
    """The present state of these, or of all that count."""
    rows = Entry.objects.filter(state__in=STATES).select_related("place")
    if refs is not None:
        rows = rows.filter(pk__in=numbers(KEY, refs))
    for entry in rows.order_by("pk").iterator(chunk_size=500):
        if counts(entry):
            yield subject(entry)


def url(one: str, user: Any) -> str:
    """The desk page for whoever works on it, the public one for all, nothing where neither is open."""
    mine = Entry.objects.editable_by(user).filter(pk__in=numbers(KEY, [one])).first()
    if mine is not None:
        return mine.desk_url()
    public = Entry.objects.public().filter(pk__in=numbers(KEY, [one])).first()
    return public.get_absolute_url() if public else ""


def group_names(keys: Iterable[str]) -> dict[str, str]:
    """Target groups in words."""
    known = dict(TargetGroup.choices)
    return {key: str(known[key]) for key in keys if key in known}
