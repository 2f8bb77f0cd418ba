"""When people move in, a plan becomes an entry and the draft of a good example. Nothing is typed again."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.accompaniment import enums
from deele.accompaniment.actions.plans import check_allowed, tell
from deele.accompaniment.enums import PartnerRole, Phase
from deele.accompaniment.models import GoodExample, PhaseChange, Plan
from deele.accompaniment.queries.timeline import span
from deele.accompaniment.rules import phases as rules
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.directory.actions import entries
from deele.directory.kinds import catalogue
from deele.directory.models import Entry

USUAL = "gemeinschaftliches_wohnprojekt"


class TooEarly(Refusal):
    """Nobody moves in yet."""

    code = "too-early"


@transaction.atomic
def enter(*, plan: Plan, by: Any, now: datetime) -> Entry:
    """Make a draft of an entry from what is known, and the draft of a good example; a second call gives the same.

    The entry becomes public as every entry does: after review. Raises NotAllowed, TooEarly.
    """
    check_allowed(by, plan)
    locked = Plan.objects.select_for_update().get(pk=plan.pk)
    if locked.entry is not None:
        return locked.entry
    if locked.phase_number < rules.number(Phase.MOVING_IN):
        raise TooEarly(_("People do not move in yet. Please write the phase down first, then make it an entry."))
    lines = list(locked.phases.standing())
    may = by is not None and access.can(by, Permission.ENTRY_EDIT, area_id=locked.area_id)
    entry = entries.create(
        values=values(locked, lines), by=by if may else None, by_name="" if may else str(by or ""), now=now
    )
    plan.entry = entry
    plan.version += 1
    plan.save(update_fields=["entry", "version", "updated_at"])
    GoodExample.objects.get_or_create(plan=plan, defaults=example(locked, lines))
    audit.record(enums.ENTERED, by=by, about=plan, now=now, data={"entry": entry.pk})
    tell(plan, now)
    return entry


def values(plan: Plan, lines: list[PhaseChange]) -> dict[str, Any]:
    """The fields of the entry. The first contact person with an address becomes its contact, which is never public."""
    member = plan.members.exclude(email="").first()
    owner = plan.partners.filter(role=PartnerRole.OWNER).first()
    kind = next((key for key in plan.kinds if key in catalogue.labels()), USUAL)
    return {
        "title": plan.title, "kind": kind, "area": plan.area, "place": plan.place, "description": plan.aim,
        "legal_form": plan.legal_form, "phase": plan.side or plan.phase, "target_groups": plan.audiences,
        "owner": owner.name if owner else "", "opening_year": year_of(lines, Phase.MOVING_IN),
        "contact_name": member.name if member else "", "contact_email": member.email if member else "",
        "details": details(plan, lines, kind),
    }  # fmt: skip


def details(plan: Plan, lines: list[PhaseChange], kind: str) -> dict[str, Any]:
    """What only this kind asks, as far as it is known."""
    size: Any = plan.dwellings
    people: Any = plan.people
    asked = {detail.name for detail in catalogue.kinds.get(kind).details}
    since, built = first(lines, Phase.CORE_GROUP), first(lines, Phase.BUILDING)
    moved = first(lines, Phase.MOVING_IN)
    known = {
        "we_gesamt": str(plan.dwellings_made or "") or (size.stored() if size else ""),
        "bewohner_anzahl": people.stored() if people else "",
        "gruppe_seit": since.when if since else "",
        "baubeginn": built.when if built else "",
        "einzug_text": moved.when if moved else "",
    }
    return {name: value for name, value in known.items() if value and name in asked}


def first(lines: list[PhaseChange], phase: Phase) -> PhaseChange | None:
    """The line in which this phase was first entered."""
    return next((line for line in lines if line.phase == phase), None)


def year_of(lines: list[PhaseChange], phase: Phase) -> int | None:
    """The year in which it was."""
    day = rules.reached(lines, phase)
    return day.year if day else None


def example(plan: Plan, lines: list[PhaseChange]) -> dict[str, Any]:
    """The draft of the story: who began, the steps, who took part, how long, what was learnt where it may be told."""
    steps = "\n".join(f"{line.when}: {line.get_phase_display()}" for line in lines)
    partners = "\n".join(f"{one.get_role_display()}: {one.name}" for one in plan.partners.all())
    moved = rules.reached(lines, Phase.MOVING_IN)
    began = lines[0].entered_on if lines else None
    return {
        "title": plan.title,
        "started_by": f"{plan.get_carrier_display()}, {plan.get_impulse_display()}",
        "steps": steps,
        "partners": partners,
        "duration": span((moved - began).days) if moved and began else "",
        "lessons": plan.lessons if plan.lessons_released else "",
    }
