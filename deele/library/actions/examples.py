"""Keeping good examples: writing, taking over a draft of a plan, moving through their life, confirming."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.accompaniment.models import GoodExample
from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.core.freshness import Method
from deele.library.actions import knowledge_index
from deele.library.enums import examples as enums
from deele.library.enums.examples import ExampleState, Starter
from deele.library.models import Example
from deele.library.queries.words import size_of_place
from deele.library.rules import life

NEEDED = ("summary", "situation", "solution", "place")


class NoWay(Refusal):
    """From this state there is no such way."""

    code = "no-way"


class NotReady(Refusal):
    """Something is missing that everybody wants to know first."""

    code = "not-ready"


@transaction.atomic
def save(*, form: Any, by: Any, now: datetime) -> Example:
    """Save what the valid form holds; the size of the place follows from its inhabitants where it was left open.

    Raises core.versions.Conflict.
    """
    form.instance.place_type = form.instance.place_type or size_of_place(form.cleaned_data.get("place"))
    saved: Example = audit.save_form(form, by=by, event=enums.EXAMPLE_SAVED, now=now)
    knowledge_index.refresh(saved, now)
    return saved


@transaction.atomic
def take_over(*, draft: GoodExample, by: Any, now: datetime) -> Example:
    """Make an example of the draft a plan left behind; a second call gives the same one. Nothing is typed again."""
    locked = (
        GoodExample.objects.select_for_update(of=("self",))
        .select_related("plan__place__parent", "plan__entry")
        .get(pk=draft.pk)
    )
    known = Example.objects.filter(draft=locked).first()
    if known is not None:
        return known
    plan = locked.plan
    made = Example.objects.create(
        title=locked.title, summary=(plan.aim.strip().splitlines() or [""])[0][:300], draft=locked, plan=plan,
        started_by=starter(plan.carrier), how_started=locked.started_by, solution=locked.steps,
        partners=locked.partners, duration=locked.duration, differently=locked.lessons, place=plan.place,
        place_type=size_of_place(plan.place), legal_form=plan.legal_form, phase=plan.side or plan.phase,
        target_groups=list(plan.audiences or []),
    )  # fmt: skip
    if plan.entry is not None:
        made.entries.add(plan.entry)
    audit.record(enums.EXAMPLE_TAKEN_OVER, by=by, about=made, now=now, data={"plan": plan.pk})
    knowledge_index.refresh(made, now)
    return made


def starter(carrier: str) -> Starter:
    """Who started it, as far as the kind of carrier says; several together count as a group."""
    return Starter(carrier) if carrier in Starter.values else Starter.GROUP


@transaction.atomic
def move(*, example: Example, to: str, by: Any, now: datetime) -> Example:
    """Move an example along the table of rules.life. Raises NoWay, NotReady, versions.Conflict.

    Publishing confirms it: whoever publishes has just read it. Its contact is asked again two years later.
    """
    source, target = ExampleState(example.state), ExampleState(to)
    if target not in life.EXAMPLE_MOVES[source]:
        words = {"state": source.label, "target": target.label}
        raise NoWay(_("This example is “%(state)s”; from there it cannot become “%(target)s”.") % words)
    fields: dict[str, Any] = {"state": target}
    if target == ExampleState.PUBLISHED:
        check_ready(example)
        today = timezone.localdate(now)
        fields |= {
            "public_since": example.public_since or now, "verified_at": now, "verified_by": str(by)[:120],
            "verification_method": Method.STAFF,
            "follow_up_on": example.follow_up_on or life.years_later(today),
        }  # fmt: skip
    moved = Example.objects.filter(pk=example.pk, state=source)
    if not moved.update(**fields, version=F("version") + 1, updated_at=now):
        raise versions.Conflict(_("Somebody else has moved this example meanwhile. Please open it again."))
    example.refresh_from_db()
    audit.record(enums.EXAMPLE_MOVED, by=by, about=example, now=now, data={"from": source.value, "to": target.value})
    knowledge_index.refresh(example, now)
    return example


def check_ready(example: Example) -> None:
    """Raises NotReady, naming all that is missing."""
    fields: dict[str, Any] = {name: Example._meta.get_field(name) for name in NEEDED}
    missing = [str(field.verbose_name) for name, field in fields.items() if not getattr(example, name)]
    if missing:
        raise NotReady(_("Before it can be published, please fill in: %(fields)s.") % {"fields": ", ".join(missing)})


@transaction.atomic
def check(*, example: Example, method: Method, by: Any, now: datetime) -> None:
    """Say that everything shown was confirmed today. `example` carries the token of the page. Raises Conflict."""
    versions.claim(example)
    example.confirm(method=method, by=str(by)[:120], now=now)
    example.save(update_fields=["verified_at", "verified_by", "verification_method", "updated_at"])
    audit.record(enums.EXAMPLE_CHECKED, by=by, about=example, now=now)
    knowledge_index.refresh(example, now)
