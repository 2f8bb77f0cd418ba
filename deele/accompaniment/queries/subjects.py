"""Plans as the engine for overlaps takes them (likeness.kinds). Title and aim are for the office alone."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from deele.accompaniment.models import Plan
from deele.likeness.kinds import Subject, numbers
from deele.office.enums import Theme

KEY = "accompaniment.plan"


def ref(plan: Plan) -> str:
    """How the engine calls it."""
    return f"{KEY}:{plan.pk}"


def counts(plan: Plan) -> bool:
    """Only what the office accompanies now is planned in earnest."""
    return plan.is_open


def subject(plan: Plan) -> Subject:
    """What others could be planning too. Whose it is stays inside: the office."""
    place = plan.place
    themes = {str(Theme.HOUSING), *(block for block in plan.blocks or () if block in Theme.values)}
    return Subject(
        ref=ref(plan),
        title=plan.title,
        text=plan.aim,
        owner=_("the office"),
        themes=tuple(sorted(themes)),
        groups=tuple(plan.audiences or ()),
        place_keys=(place.key, *place.ancestor_keys),
        begins=plan.begun_on,
        belongs=(f"directory.entry:{plan.entry_id}",) if plan.entry_id else (),
    )


def subjects(refs: Iterable[str] | None = None) -> Iterator[Subject]:
    """The present state of these, or of all that count."""
    rows = Plan.objects.open().select_related("place")
    if refs is not None:
        rows = rows.filter(pk__in=numbers(KEY, refs))
    for plan in rows.order_by("pk").iterator(chunk_size=500):
        yield subject(plan)


def url(one: str, user: Any) -> str:
    """The desk page for whoever works on it; nobody else sees a plan."""
    mine = Plan.objects.visible_to(user).filter(pk__in=numbers(KEY, [one])).first()
    return mine.desk_url() if mine else ""
