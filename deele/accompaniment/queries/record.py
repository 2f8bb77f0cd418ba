"""The whole record of a plan as plain values: for the export, and for the colleague who takes over."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from deele.accompaniment.enums import Phase
from deele.accompaniment.models import Plan
from deele.accompaniment.queries import pages, plans
from deele.accompaniment.rules import phases as rules
from deele.core.ranges import Range

PARTS = ("phases", "milestones", "partners", "members", "contacts", "tasks", "decisions", "proposals", "files")
HIDDEN = {"form_token", "external_id"}
LATEST = 8


def plain(value: Any) -> Any:
    """A value as JSON keeps it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Range):
        return value.stored()
    if isinstance(value, Model):
        return str(value)
    if value is None or isinstance(value, str | int | float | bool | list | dict):
        return value
    return str(value)


def fields(row: Model) -> dict[str, Any]:
    """Every field of a row; what it points to as its name, beside the number."""
    found: dict[str, Any] = {}
    for field in row._meta.concrete_fields:
        if field.name in HIDDEN:
            continue
        found[field.attname] = plain(getattr(row, field.attname))
        if field.is_relation and field.name != "plan":
            found[field.name] = plain(getattr(row, field.name))
    return found


def record(plan: Plan) -> dict[str, Any]:
    """All that is kept of a plan. Files stand with their names; their contents lie beside, under `files/`."""
    whole: dict[str, Any] = {"plan": {"number": plan.number, **fields(plan)}}
    for part in PARTS:
        rows: Iterable[Model] = getattr(plan, part).all()
        whole[part] = [fields(row) for row in rows]
    example = getattr(plan, "example", None)
    whole["example"] = fields(example) if example is not None else None
    return whole


def sheet(plan: Plan, today: date) -> dict[str, Any]:
    """What a colleague needs to take over: where it stands, what is due, whom to call, what was last said."""
    late = _("overdue")
    due = [
        [f"{pages.day(row['due_on'])}{f' ({late})' if row['late'] else ''}", row["title"]]
        for row in pages.due(plan, today)
    ]
    standing: list[tuple[str, str]] = [
        (_("State"), f"{plan.get_state_display()}, {pages.day(plan.state_since)}"),
        (_("Phase"), f"{plan.phase_number} {plan.get_phase_display()}, {plan.phase_since_in_words}"),
        (_("Side state"), plan.get_side_display() if plan.side else ""),
        (_("Traffic light"), " – ".join(filter(None, (str(plan.get_light_display()), plans.why(plan, today))))),
        (_("This phase ends when"), str(rules.GATES.get(Phase(plan.phase), ""))),
        (_("Adviser"), str(plan.adviser or "–")),
        (_("To be looked at again on"), pages.day(plan.follow_up_on)),
    ]
    tracks = [(name.capitalize(), words) for name, _key, words in plan.tracks]
    return {
        "heading": _("Hand-over sheet"),
        "plan": plan.title,
        "standing": [[label, value] for label, value in (*standing, *tracks) if value],
        "facts": [[row["label"], row["value"]] for row in (*pages.facts(plan), *pages.agreement(plan))],
        "due": due,
        "people": people(plan),
        "contacts": [contact(row) for row in plan.contacts.all()[:LATEST]],
        "phases": [[line.when, str(line.get_phase_display()), line.reason] for line in plan.phases.standing()],
        "heads": {
            "standing": _("Where it stands"), "facts": _("What is planned and agreed"), "due": _("What is due"),
            "people": _("Who is who"), "contacts": _("What was last said"), "phases": _("How it came so far"),
            "nothing": _("Nothing is written down."),
        },
    }  # fmt: skip


def people(plan: Plan) -> list[list[str]]:
    """Contact persons and partners, with how to reach them."""
    members = [
        [one.name, one.task or _("group"), " ".join(filter(None, (one.email, one.phone)))] for one in plan.members.all()
    ]
    partners = [
        [one.name, str(one.get_role_display()), " ".join(filter(None, (one.contact, one.email)))]
        for one in plan.partners.all()
    ]
    return members + partners


def contact(row: Any) -> list[str]:
    """A contact as the sheet tells it."""
    step = _("Next step:") + f" {row.next_step}" if row.next_step else ""
    words = "\n".join(filter(None, (row.note, step)))
    return [f"{pages.day(row.happened_on)}, {row.get_kind_display()}", words]
