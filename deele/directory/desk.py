"""What the directory puts on the desk."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.directory.enums import State
from deele.directory.queries import coverage, imports
from deele.directory.queries import desk as queries
from deele.ui import desk

LIMIT = 8


def tasks(user: Any, today: date) -> list[desk.Task]:
    """Submissions, drafts, confirmations, duplicates."""
    waiting = queries.waiting(user, today)
    list_url = reverse("directory:desk-list")
    return [
        desk.Task(_("Submissions to review"), waiting.submitted, f"{list_url}?tab=offen", urgent=waiting.submitted > 0),
        desk.Task(_("Possible duplicates"), waiting.duplicates, reverse("directory:desk-duplicates")),
        desk.Task(_("Confirmations due"), waiting.due, f"{list_url}?tab=faellig"),
        desk.Task(_("Marked as old"), waiting.old, f"{list_url}?tab=faellig"),
        desk.Task(_("Rows of imports to decide"), *imported(user)),
        desk.Task(_("Drafts"), waiting.drafts, f"{list_url}?tab=entwuerfe"),
    ]


def imported(user: Any) -> tuple[int, str]:
    """How many rows of imports wait for a person, and where."""
    rows = imports.rows_for_a_person(user)
    first = rows.order_by("batch_id").first()
    return rows.count(), first.batch.get_absolute_url() if first else reverse("directory:imports")


def figures(user: Any, today: date) -> list[desk.Figure]:
    """The directory in four numbers."""
    counts = queries.counts()
    public = sum(counts[state] for state in (State.PUBLISHED, State.DUE, State.OLD))
    fresh = queries.confirmed_since(today)
    share = f"{round(100 * fresh / public)} %" if public else "–"
    uncovered = coverage.uncovered_count()
    return [
        desk.Figure(_("Public entries"), str(public), reverse("directory:search")),
        desk.Figure(_("Confirmed within 12 months"), share, f"{reverse('directory:search')}?bestaetigt=12"),
        desk.Figure(_("Municipalities without an advice office"), str(uncovered), reverse("directory:coverage")),
    ]


def find(user: Any, text: str) -> list[desk.Found]:
    """Entries by the words of their title, place or operator."""
    found = queries.entries_for(user, text=text)[:LIMIT]
    return [as_found(entry) for entry in found]


def recent(user: Any) -> list[desk.Found]:
    """What this person worked on last."""
    return [as_found(entry) for entry in queries.recent_of(user, LIMIT)]


def as_found(entry: Any) -> desk.Found:
    """An entry in a list of the desk."""
    note = " · ".join(part for part in (str(entry.place or ""), str(entry.get_state_display())) if part)
    return desk.Found(entry.title, entry.desk_url(), entry.kind_of.label, note)


desk.menu.add(
    "directory",
    desk.MenuItem(gettext_lazy("Directory"), "directory:desk-list", Permission.ENTRY_EDIT),
    rank=20,
)
desk.menu.add(
    "directory-duplicates",
    desk.MenuItem(gettext_lazy("Duplicates"), "directory:desk-duplicates", Permission.ENTRY_MERGE),
    rank=21,
)
desk.fillings.add("directory", desk.Filling(Permission.ENTRY_EDIT, tasks, figures, find, recent), rank=20)
