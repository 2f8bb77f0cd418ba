"""Applications for money: begun, moved on step by step as the carrier tells us, taken back when we were wrong."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from deele.accompaniment.enums import money as enums
from deele.accompaniment.enums.money import ApplicationState
from deele.accompaniment.models import Application, ApplicationMove, Plan
from deele.accompaniment.rules import applications as rules
from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.funding.models import ProgrammeVersion, Round

DECIDED = (ApplicationState.GRANTED, ApplicationState.REFUSED)


class WrongStep(Refusal):
    """The step does not follow the present one."""

    code = "wrong-step"

    def __init__(self, before: str, to: str) -> None:
        super().__init__(
            _(
                "The application stands at “%(before)s”; “%(to)s” does not follow from there. Perhaps a colleague "
                "moved it on: please look at its steps."
            )
            % {"before": ApplicationState(before).label, "to": ApplicationState(to).label}
        )


class NeedsReason(Refusal):
    """A step that ends an application says why."""

    code = "needs-reason"

    def __init__(self) -> None:
        super().__init__(_("Please write the reason: others with the same plan learn from it."))


class NeedsSum(Refusal):
    """What is granted is a sum."""

    code = "needs-sum"

    def __init__(self) -> None:
        super().__init__(_("Please write the sum that was granted."))


class NothingToTakeBack(Refusal):
    """The application has only begun."""

    code = "nothing-to-take-back"

    def __init__(self) -> None:
        super().__init__(_("There is no step to take back: the application has only begun."))


@transaction.atomic
def begin(
    *, plan: Plan, version: ProgrammeVersion, round: Round | None, begun_on: date, told_by: str, by: Any,
    now: datetime, form: str = "",
) -> Application:  # fmt: skip
    """An application under a version of a programme, which it keeps. The same form sent twice is one (`form`)."""
    if form and (known := Application.objects.filter(form_token=form).first()):
        return known
    made = Application.objects.create(
        plan=plan, programme_version=version, round=round, begun_on=begun_on, told_by=told_by, form_token=form or None
    )
    line = ApplicationMove(application=made, state=ApplicationState.IDEA, happened_on=begun_on, told_by=told_by)
    write(line, by=by, now=now)
    audit.record(enums.APPLICATION_BEGUN, by=by, about=made, now=now)
    return made


def save_facts(*, form: Any, by: Any, now: datetime) -> Application:
    """Save what the valid form holds. Raises core.versions.Conflict."""
    saved: Application = audit.save_form(form, by=by, event=enums.APPLICATION_SAVED, now=now)
    return saved


@transaction.atomic
def move(
    *, application: Application, to: str, on: date, told_by: str, by: Any, now: datetime, reason: str = "",
    granted_cents: int | None = None,
) -> Application:  # fmt: skip
    """One step of domain §9.8. `application` carries the token of the page on which it was read.

    Raises WrongStep, NeedsReason, NeedsSum, core.versions.Conflict.
    """
    versions.claim(application)
    kept = Application.objects.select_for_update(of=("self",)).select_related("plan", "programme_version__programme")
    found = kept.get(pk=application.pk)
    if not rules.may_move(found.state, to):
        raise WrongStep(found.state, to)
    if to in rules.NEEDS_REASON and not reason.strip():
        raise NeedsReason
    if to in rules.NEEDS_SUM:
        found.granted_cents = granted_cents if granted_cents is not None else found.granted_cents
        if found.granted_cents is None:
            raise NeedsSum
    before, found.state, found.told_by = found.state, to, told_by
    set_day(found, to, on)
    found.save()
    line = ApplicationMove(application=found, before=before, state=to, happened_on=on, told_by=told_by, reason=reason)
    write(line, by=by, now=now)
    audit.record(enums.APPLICATION_MOVED, by=by, about=found, data={"from": before, "to": to}, now=now)
    return found


def set_day(application: Application, state: str, on: date | None) -> None:
    """The day of a step is a fact of the application; does not save."""
    if name := rules.DAY_OF.get(ApplicationState(state)):
        setattr(application, name, on)
    if state in DECIDED:
        application.decided_on = on


@transaction.atomic
def take_back(*, application: Application, reason: str, by: Any, now: datetime) -> Application:
    """The last step was a mistake of ours: back to the one before, by a new line. The mistake stays readable.

    Raises NeedsReason, NothingToTakeBack, core.versions.Conflict.
    """
    if not reason.strip():
        raise NeedsReason
    versions.claim(application)
    found = Application.objects.select_for_update(of=("self",)).select_related("plan").get(pk=application.pk)
    standing = standing_lines(list(found.moves.all()))
    if len(standing) < 2:
        raise NothingToTakeBack
    wrong, former = standing[-1], standing[-2]
    set_day(found, wrong.state, None)
    found.state, found.told_by = former.state, former.told_by
    found.save()
    line = ApplicationMove(
        application=found, before=wrong.state, state=former.state, happened_on=former.happened_on,
        told_by=former.told_by, reason=reason, takes_back=True,
    )  # fmt: skip
    write(line, by=by, now=now)
    audit.record(enums.APPLICATION_TAKEN_BACK, by=by, about=found, data={"from": wrong.state}, now=now)
    return found


def standing_lines(lines: list[ApplicationMove]) -> list[ApplicationMove]:
    """The steps that still hold, in order: one taken back falls away with the line that takes it back."""
    found: list[ApplicationMove] = []
    for line in lines:
        if line.takes_back:
            found.pop()
        else:
            found.append(line)
    return found


def write(line: ApplicationMove, *, by: Any, now: datetime) -> None:
    """Add one line to the history."""
    line.by, line.written_at = by, now
    line.save()
