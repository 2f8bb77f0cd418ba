"""Building an issue: texts, sections, records, their order."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.audit.enums import EventType
from deele.core.errors import Refusal
from deele.newsletter import enums
from deele.newsletter.enums import FREE, IssueState
from deele.newsletter.models import Issue, Item, Section
from deele.newsletter.queries import issues as queries
from deele.newsletter.rules import issues as rules
from deele.newsletter.rules import parts
from deele.office.models import Area

START = ("news", "calls", "directory")  # sections a new issue begins with, as far as their sources are there


class NotOpen(Refusal):
    """The issue is not being worked on."""

    code = "issue-not-open"

    def __init__(self) -> None:
        super().__init__(
            _("This issue can't be changed now, because it was handed over or sent. Take it back to edit it first.")
        )


class NotAllowed(Refusal):
    """The person does not build newsletters of this area."""

    code = "issue-not-allowed"

    def __init__(self) -> None:
        super().__init__(_("You do not build the newsletter of this area. Please ask a colleague who does."))


@transaction.atomic
def start(*, area: Area, title: str, subject: str, by: Any, now: datetime) -> Issue:
    """Begin an issue with one section for each kind of record there is. Raises NotAllowed."""
    issue = Issue(area=area, title=title, subject=subject, last_editor=by)
    if not rules.can_edit(by, issue):
        raise NotAllowed
    issue.save()
    issue.built_by.add(by)
    titles = dict(queries.kinds())
    wanted = [*[key for key in START if key in titles], *[key for key in titles if key not in (*START, FREE)]]
    Section.objects.bulk_create(
        Section(issue=issue, kind=key, title=titles[key][:120], rank=rank) for rank, key in enumerate(wanted, start=1)
    )
    audit.record(enums.ISSUE_MADE, by=by, about=issue, now=now)
    return issue


def touch(issue: Issue, by: Any) -> Issue:
    """Lock an issue for a change and remember who made it. Raises NotOpen, NotAllowed."""
    held = Issue.objects.select_for_update(of=("self",)).select_related("area").get(pk=issue.pk)
    if not held.is_open:
        raise NotOpen
    if not rules.can_edit(by, held):
        raise NotAllowed
    Issue.objects.filter(pk=held.pk).update(last_editor=by, updated_at=timezone.now())
    held.built_by.add(by)
    held.last_editor = by
    return held


@transaction.atomic
def save_texts(*, issue: Issue, form: forms.ModelForm, by: Any, now: datetime) -> Issue:
    """Save title, subject and opening words. Raises NotOpen, NotAllowed, core.versions.Conflict."""
    touch(issue, by)
    form.instance.last_editor = by
    return audit.save_form(form, by=by, event=enums.ISSUE_CHANGED, now=now)


@transaction.atomic
def add_section(*, issue: Issue, kind: str, title: str, by: Any) -> Section:
    """A section at the end. Raises NotOpen, NotAllowed."""
    held = touch(issue, by)
    made = Section.objects.create(issue=held, kind=kind, title=title, rank=next_rank(held.sections))
    note(enums.SECTION_ADDED, held, by, made, new=made.title)
    return made


def note(event: EventType, issue: Issue, by: Any, row: Section | Item, *, old: str = "", new: str = "") -> None:
    """Write down one change of one row of an issue, under the heading of its section."""
    heading = row.title if isinstance(row, Section) else row.section.title
    audit.record(event, by=by, about=issue, data={"changes": {heading: [old, new]}})


@transaction.atomic
def save_section(*, section: Section, form: forms.ModelForm, by: Any, now: datetime) -> Section:
    """Save heading and text of a section. Raises NotOpen, NotAllowed, core.versions.Conflict."""
    touch(section.issue, by)
    return audit.save_form(form, by=by, event=enums.ISSUE_CHANGED, now=now)


@transaction.atomic
def drop_section(*, section: Section, by: Any) -> None:
    """Take a section out with all its items. Raises NotOpen, NotAllowed."""
    held = touch(section.issue, by)
    note(enums.SECTION_TAKEN_OUT, held, by, section, old=", ".join([str(section), *map(str, section.items.all())]))
    section.delete()


@transaction.atomic
def add_items(*, section: Section, refs: Iterable[str], by: Any) -> int:
    """Take records into a section; returns how many. What is gone meanwhile is left out. Raises NotOpen, NotAllowed."""
    held = touch(section.issue, by)
    found = queries.present(refs)
    here = set(section.items.values_list("ref", flat=True))
    rank = next_rank(section.items)
    made = [
        Item(section=section, ref=ref, piece=parts.kept(found[ref]), rank=rank + number)
        for number, ref in enumerate(dict.fromkeys(refs))
        if ref in found and ref not in here
    ]
    Item.objects.bulk_create(made)
    for item in made:
        note(enums.ITEM_TAKEN_IN, held, by, item, new=str(item))
    return len(made)


@transaction.atomic
def save_item(*, item: Item, form: forms.ModelForm, by: Any, now: datetime) -> Item:
    """Own words in place of the record's. Raises NotOpen, NotAllowed, core.versions.Conflict."""
    touch(item.section.issue, by)
    return audit.save_form(form, by=by, event=enums.ISSUE_CHANGED, now=now)


@transaction.atomic
def drop_item(*, item: Item, by: Any) -> None:
    """Take a record out. Raises NotOpen, NotAllowed."""
    held = touch(item.section.issue, by)
    note(enums.ITEM_TAKEN_OUT, held, by, item, old=str(item))
    item.delete()


@transaction.atomic
def keep_as_text(*, item: Item, by: Any) -> Item:
    """Keep what was said of a record that is gone, without its link. Raises NotOpen, NotAllowed."""
    held = touch(item.section.issue, by)
    if item.ref in queries.present([item.ref]):
        raise Refusal(_("This record is public again, so it stays linked."), code="item-present")
    item.ref = ""
    item.save(update_fields=["ref", "updated_at"])
    note(enums.ITEM_KEPT, held, by, item, new=str(item))
    return item


@transaction.atomic
def move(*, row: Section | Item, up: bool, by: Any) -> None:
    """One step up or down among its neighbours. Raises NotOpen, NotAllowed."""
    rows = neighbours(row, by)
    at = rows.index(row)
    to = at - 1 if up else at + 1
    if 0 <= to < len(rows):
        rows.insert(to, rows.pop(at))
        put_in_order(rows, row, at, by)


@transaction.atomic
def place(*, row: Section | Item, before: int | None, by: Any) -> None:
    """Put a row before the neighbour with this number, or at the end: what dragging asks for."""
    found = neighbours(row, by)
    rows = [one for one in found if one.pk != row.pk]
    to = next((number for number, one in enumerate(rows) if one.pk == before), len(rows))
    rows.insert(to, row)
    if rows != found:
        put_in_order(rows, row, found.index(row), by)


def neighbours(row: Section | Item, by: Any) -> list[Any]:
    """A row and those beside it, in their order, after locking the issue."""
    issue = row.issue if isinstance(row, Section) else row.section.issue
    held = touch(issue, by)
    return list(held.sections.all() if isinstance(row, Section) else row.section.items.all())


def put_in_order(rows: list[Any], moved: Section | Item, was: int, by: Any) -> None:
    """Number the rows anew and note which was moved from where."""
    for rank, row in enumerate(rows, start=1):
        row.rank = rank
    type(rows[0]).objects.bulk_update(rows, ["rank"])
    issue = moved.issue if isinstance(moved, Section) else moved.section.issue
    old, new = (f"{number + 1}. {moved}" for number in (was, rows.index(moved)))
    note(enums.ROW_MOVED, issue, by, moved, old=old, new=new)


def next_rank(rows: Any) -> int:
    """The rank behind the last."""
    return (rows.aggregate(last=Max("rank"))["last"] or 0) + 1


@transaction.atomic
def drop(*, issue: Issue, by: Any, now: datetime) -> None:
    """Delete an issue that was never released. Raises NotOpen, NotAllowed."""
    held = touch(issue, by)
    if held.state not in (IssueState.COLLECTING, IssueState.EDITING):
        raise NotOpen
    audit.record(enums.ISSUE_DROPPED, by=by, about=held, now=now)
    held.delete()
