"""What minutes show, on the page and on paper."""

from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from deele.groups.enums.sessions import Majority, MinutesKind, Presence, RemarkKind, SessionState
from deele.groups.models import AgendaItem, MinutesItem, Session

VOTES = ("votes_yes", "votes_no", "votes_abstained")


@dataclass
class Part:
    """An item of the agenda with what was written on it; without an item what stands for itself."""

    title: str
    agenda_item: AgendaItem | None = None
    number: int = 0
    items: list[MinutesItem] = field(default_factory=list)


def parts(session: Session) -> list[Part]:
    """The minutes in the order of the agenda; every standing item of the agenda has its place."""
    agenda = list(session.agenda.standing())
    found = {item.pk: Part(item.title, item, number) for number, item in enumerate(agenda, start=1)}
    rest = Part(_("Further items"))
    for item in session.minutes.standing():
        found.get(item.agenda_item_id or 0, rest).items.append(item)
    return [*found.values(), *([rest] if rest.items or not found else [])]


def decided(item: MinutesItem) -> str:
    """How a decision was made, with its figures where they were counted."""
    words = str(item.get_majority_display()) if item.majority else ""
    counted = [getattr(item, name) for name in VOTES]
    if item.majority == Majority.MAJORITY and any(number is not None for number in counted):
        names = (_("yes"), _("no"), pgettext("votes", "abstained"))
        words += f" ({', '.join(f'{n or 0} {name}' for n, name in zip(counted, names, strict=True))})"
    return words


def more(item: MinutesItem) -> str:
    """What an item says beside its text, on one line."""
    due = _("until %(day)s") % {"day": date_format(item.due_on, "j. F Y")} if item.due_on else ""
    level = str(item.get_level_display()) if item.level else ""
    who = _("responsible: %(who)s") % {"who": item.responsible} if item.responsible else ""
    return " · ".join(part for part in (decided(item), level, who, due) if part)


def title(session: Session) -> str:
    """The title of the document."""
    return _("Minutes: %(session)s") % {"session": session}


def standing(session: Session) -> str:
    """Whether it is a draft."""
    if session.state == SessionState.CONFIRMED:
        day = date_format(timezone.localtime(session.state_since), "j. F Y")
        return _("Confirmed on %(day)s by %(who)s") % {"day": day, "who": session.confirmed_by}
    return _("Draft, not confirmed yet")


def for_print(session: Session, *, names: bool = True) -> dict[str, Any]:
    """Minutes as the paper wants them; without `names` for readers outside of the group."""
    people = session.people.exclude(presence="").order_by("presence", "name") if names else []
    return {
        "kind": session.group.name,
        "heading": str(session),
        "standing": standing(session),
        "foot": [standing(session)],
        "facts": [[label, value] for label, value in facts(session) if value],
        "people": [[one.name, one.member_name, str(one.get_presence_display())] for one in people],
        "parts": [paper_part(part, names=names) for part in parts(session) if part.items or part.agenda_item],
        "remarks": [
            {"label": f"{date_format(timezone.localtime(one.at), 'j. F Y')}{', ' + one.by_name if names else ''}",
             "text": one.text}
            for one in additions(session)
        ],
        "heads": {
            "people": _("Who was there"),
            "columns": [_("Name"), _("Member"), _("Attendance")],
            "nothing": _("Nothing was written down."),
            "remarks": _("Additions"),
        },
    }  # fmt: skip


def facts(session: Session) -> list[tuple[str, str]]:
    """When and where."""
    present = session.people.filter(presence=Presence.PRESENT).count()
    return [(_("When"), session.when), (_("Where"), session.where), (_("Present"), str(present or ""))]


def paper_part(part: Part, *, names: bool) -> dict[str, Any]:
    """One heading of the paper."""
    heading = f"{part.number}. {part.title}" if part.number else part.title
    rows = [
        {"label": label(item), "text": item.text, "more": more(item) if names else decided(item)} for item in part.items
    ]
    return {"title": heading, "items": rows}


def label(item: MinutesItem) -> str:
    """What an item is, with the number of a decision that has one."""
    number = getattr(item, "decision", None) if item.kind == MinutesKind.DECISION else None
    return f"{item.get_kind_display()} {number}" if number else str(item.get_kind_display())


def additions(session: Session) -> list[Any]:
    """What was added after the minutes were confirmed."""
    return list(session.remarks.filter(kind=RemarkKind.ADDITION))
