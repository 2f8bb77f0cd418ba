"""What the office looks at."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.core.freshness import as_day
from deele.core.text import fold
from deele.directory.enums import State
from deele.directory.models import Change, Entry, Merge
from deele.directory.rules import CONFIRM_LIVING
from deele.likeness import queries as likeness

TABS = {
    "offen": Q(state__in=[State.SUBMITTED, State.REVIEW, State.QUERY]),
    "entwuerfe": Q(state=State.DRAFT),
    "faellig": Q(state__in=[State.DUE, State.OLD]),
    "oeffentlich": Q(state=State.PUBLISHED),
    "alle": Q(),
}


def tab_titles() -> dict[str, str]:
    """The tabs of the list."""
    return {
        "alle": _("All"),
        "offen": _("To review"),
        "entwuerfe": _("Drafts"),
        "faellig": _("Confirmation due"),
        "oeffentlich": _("Published"),
    }


def tabs(user: Any, active: str) -> list[dict[str, Any]]:
    """The tabs with how much stands in each."""
    mine = Entry.objects.editable_by(user)
    return [
        {
            "label": title,
            "url": f"?tab={key}",
            "active": key == (active or "alle"),
            "count": mine.filter(TABS[key]).count(),
        }
        for key, title in tab_titles().items()
    ]


def entries_for(user: Any, *, tab: str = "alle", text: str = "", kind: str = "") -> QuerySet[Entry]:
    """Entries this person works on, narrowed by tab, words of the title and kind."""
    found = Entry.objects.editable_by(user).select_related("place", "area").filter(TABS.get(tab, Q()))
    if kind:
        found = found.filter(kind=kind)
    for word in text.split()[:6]:
        found = found.filter(Q(title__icontains=word) | Q(place__name__icontains=word) | Q(operator__icontains=word))
    return found.order_by("-updated_at", "-pk")


@dataclass(frozen=True)
class Waiting:
    """How much waits for somebody."""

    submitted: int
    drafts: int
    due: int
    old: int
    duplicates: int


def waiting(user: Any, today: date) -> Waiting:
    """What needs somebody of the office today."""
    mine = Entry.objects.editable_by(user)
    return Waiting(
        submitted=mine.filter(state__in=[State.SUBMITTED, State.REVIEW]).count(),
        drafts=mine.filter(state=State.DRAFT).count(),
        due=mine.filter(state=State.DUE).count(),
        old=mine.filter(state=State.OLD).count(),
        duplicates=likeness.open_count("directory"),
    )


def counts() -> dict[str, int]:
    """Entries by state, for the figures at a glance."""
    return {state: Entry.objects.filter(state=state).count() for state in State}


def undoable_merges(entry: Entry) -> QuerySet[Merge]:
    """Merges into this entry that can still be taken back."""
    return entry.merges.filter(undone_at=None).select_related("gone", "by")


def pair(left: str, right: str) -> tuple[Entry | None, Entry | None]:
    """Two entries to be compared side by side."""
    found = Entry.objects.select_related("place", "area").prefetch_related("addresses").in_bulk([int(left), int(right)])
    return found.get(int(left)), found.get(int(right))


COMPARED = (
    "title", "kind", "place", "operator", "owner", "legal_form", "phase", "opening_year", "website", "short_text",
    "description", "public_email", "public_phone", "source_url", "as_of", "state", "verified_at",
)  # fmt: skip


LABELS = {field.name: field.verbose_name for field in Entry._meta.concrete_fields}


@dataclass(frozen=True)
class Row:
    """One field of two entries."""

    label: str
    left: str
    right: str

    @property
    def same(self) -> bool:
        """Whether both say the same, spelling aside."""
        return fold(self.left) == fold(self.right)


def side_by_side(left: Entry, right: Entry) -> list[Row]:
    """The fields of two entries where at least one says something."""
    rows = [Row(str(LABELS[name]), shown(left, name), shown(right, name)) for name in COMPARED]
    return [row for row in rows if row.left or row.right]


def shown(entry: Entry, name: str) -> str:
    """A field as a person reads it."""
    if name == "kind":
        return str(entry.kind_of.label)
    display = getattr(entry, f"get_{name}_display", None)
    value = display() if display else getattr(entry, name)
    if isinstance(value, date):
        return date_format(as_day(value) or value, "SHORT_DATE_FORMAT")
    return "" if value is None else str(value)


def confirmed_since(today: date) -> int:
    """Public entries confirmed within twelve months."""
    return Entry.objects.public().filter(verified_at__date__gt=today - CONFIRM_LIVING).count()


def recent_of(user: Any, limit: int) -> list[Entry]:
    """The entries this person changed last."""
    newest = Change.objects.filter(by=user).values("entry").annotate(last=Max("at")).order_by("-last")[:limit]
    order = [row["entry"] for row in newest]
    found = Entry.objects.select_related("place").in_bulk(order)
    return [found[pk] for pk in order if pk in found]
