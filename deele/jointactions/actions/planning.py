"""Proposing, writing, moving and evaluating a joint action."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext as _

from deele.alliance.actions import tidings
from deele.alliance.models import Delegate
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.versions import Conflict
from deele.jointactions import enums
from deele.jointactions.actions import index
from deele.jointactions.enums import PUBLIC_STATES, State
from deele.jointactions.models import JointAction
from deele.jointactions.queries import overlaps
from deele.jointactions.queries.subjects import subject
from deele.jointactions.rules import moves
from deele.likeness.actions import overlaps as look


class BadMove(Refusal):
    """From this state there is no such way, or something is missing for it."""

    code = "no-way"


@transaction.atomic
def propose(*, told: dict[str, Any], form: str, delegate: Delegate, now: datetime) -> JointAction:
    """A member proposes an action and leads it. The same form sent twice is one proposal."""
    values = {**told, "proposed_by": delegate, "lead": delegate.membership, "state_since": now}
    action, is_new = JointAction.objects.get_or_create(form_token=form, defaults=values)
    if is_new:
        audit.record(enums.PROPOSED, by=None, about=action, now=now, actor_name=delegate.membership.name)
        index.refresh(action, now)
    return action


@transaction.atomic
def save(*, form: Any, by: Any, now: datetime, token: str = "") -> JointAction:
    """Write a new action, or change one. Raises Conflict."""
    is_new = form.instance.pk is None
    if is_new:
        if token and (known := JointAction.objects.filter(form_token=token).first()):
            return known
        form.instance.state_since, form.instance.form_token = now, token or None
    action: JointAction = audit.save_form(form, by=by, event=enums.PROPOSED if is_new else enums.CHANGED, now=now)
    index.refresh(action, now)
    return action


def move(*, action: JointAction, to: str, by: Any, now: datetime, reason: str = "") -> JointAction:
    """Move an action along the table of rules.moves. Raises BadMove, Conflict.

    What was called off was forgotten by the engine for overlaps: it is told anew before it comes back, for good, so
    that its page shows what waits for a decision.
    """
    target = State(to)
    check_way(action, target, reason)
    if action.state == State.CALLED_OFF:
        look.tell(subject=subject(action), now=now)
    return moved(action, target, by, now, reason)


@transaction.atomic
def moved(action: JointAction, target: State, by: Any, now: datetime, reason: str) -> JointAction:
    """The move itself. Raises BadMove, and Conflict for the second of two."""
    source = State(action.state)
    check_ready(action, source, target)
    fields: dict[str, Any] = {"state": target, "state_since": now, "state_reason": reason.strip()}
    if target not in PUBLIC_STATES:
        fields["is_public"] = False
    if asks(source, target):
        look.ask_first(ref=overlaps.ref(action), by=by, now=now)  # nothing waits any more: the look is counted
    rows = JointAction.objects.filter(pk=action.pk, state=source)
    if not rows.update(**fields, version=F("version") + 1, updated_at=now):
        raise Conflict(_("Somebody else has moved this action meanwhile. Please open it again."))
    action.refresh_from_db()
    check_ready(action, source, target)  # as it is now: somebody may have written meanwhile
    audit.record(enums.MOVED, by=by, about=action, now=now, data={"from": source.value, "to": target.value})
    index.refresh(action, now)
    tell_proposer(action, now)
    return action


def asks(source: str, target: str) -> bool:
    """Whether overlaps are decided first: before it is decided, and before what was called off comes back."""
    return target == State.DECIDED or source == State.CALLED_OFF


def check_way(action: JointAction, target: State, reason: str) -> None:
    """Raises BadMove where the table knows no such move, or wants a reason."""
    wanted = moves.move(action.state, target)
    if wanted is None:
        line = _("This action is “%(state)s”; from there it cannot become “%(target)s”.")
        raise BadMove(line % {"state": action.get_state_display(), "target": target.label})
    if wanted.reason_needed and not reason.strip():
        raise BadMove(_("Please give a reason."), code="reason")


def check_ready(action: JointAction, source: State, target: State) -> None:
    """Raises BadMove where something like it waits for a decision, or the evaluation is not written."""
    if asks(source, target) and (open_ones := overlaps.undecided(action)):
        line = _("Before it goes on, please say what becomes of what resembles it: %(titles)s.")
        raise BadMove(line % {"titles": "; ".join(open_ones)}, code="overlaps")
    if target == State.EVALUATED and not (action.worked and action.failed and action.again):
        raise BadMove(_("Please answer the questions of the evaluation first."), code="evaluation")


def tell_proposer(action: JointAction, now: datetime) -> None:
    """Who proposed it hears where it stands."""
    if action.proposed_by is None:
        return
    words = {"title": action.title, "state": action.get_state_display()}
    tidings.tell(
        people=[action.proposed_by], key=f"jointactions.moved:{action.pk}:{action.version}", now=now,
        text=_("The joint action “%(title)s” is now: %(state)s.") % words, topic=f"jointactions.action:{action.pk}",
        path=member_path(action),
    )  # fmt: skip


def member_path(action: JointAction) -> str:
    """Where a member looks at it."""
    return reverse("jointactions:mine-action", args=[action.pk])


@transaction.atomic
def release(*, action: JointAction, public: bool, by: Any, now: datetime) -> JointAction:
    """Show it to everybody, or no more. Raises BadMove before it is decided."""
    rows = JointAction.objects.filter(pk=action.pk)
    if public:
        rows = rows.filter(state__in=PUBLIC_STATES)
    if not rows.update(is_public=public, version=F("version") + 1, updated_at=now):
        raise BadMove(_("Only what is decided can be public."), code="public")
    action.refresh_from_db()
    audit.record(enums.CHANGED, by=by, about=action, now=now, data={"public": public})
    index.refresh(action, now)
    return action


@transaction.atomic
def evaluate(*, form: Any, by: Any, now: datetime) -> JointAction:
    """Keep the answers to the questions. Raises Conflict."""
    action: JointAction = audit.save_form(form, by=by, event=enums.EVALUATED, now=now)
    return action
