"""What belongs to an action: partners, stops, calls, figures, documentation. Written, taken out, agreed to."""

from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.alliance.actions import tidings
from deele.alliance.models import Delegate, Membership
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.jointactions import enums
from deele.jointactions.actions import index
from deele.jointactions.actions.planning import member_path
from deele.jointactions.models import ActionPartner, Call, JointAction


class InUse(Refusal):
    """Something hangs on it."""

    code = "in-use"


class NotOpen(Refusal):
    """Nobody can join at the moment."""

    code = "not-open"


@transaction.atomic
def save(*, form: Any, by: Any, now: datetime) -> models.Model:
    """Write a new part, or change one. Terms people agreed to get a new version when they change. Raises Conflict."""
    row, is_new = form.instance, form.instance.pk is None
    if isinstance(row, Call) and not is_new and "terms" in form.changed_data:
        row.terms_version += 1
    saved: models.Model = audit.save_form(form, by=by, event=enums.ADDED if is_new else enums.CHANGED, now=now)
    index.refresh(row.action, now)
    if isinstance(saved, ActionPartner) and is_new:
        ask_to_agree(saved, now)
    return saved


@transaction.atomic
def remove(*, row: Any, by: Any, now: datetime) -> None:
    """Take a part out. Raises InUse for a call somebody answered."""
    action = row.action
    if isinstance(row, Call) and row.submissions.exists():
        raise InUse(_("Something was sent in to this call, so it stays. You can take it out of the public."))
    audit.record(enums.REMOVED, by=by, about=action, now=now, data={"kind": row._meta.model_name, "id": row.pk})
    row.delete()
    index.refresh(action, now)


def ask_to_agree(partner: ActionPartner, now: datetime) -> None:
    """A member who was written down as a partner hears of it, and says yes or no."""
    if partner.membership is None or partner.agreed_on or partner.declined_on:
        return
    action = partner.action
    tidings.tell(
        people=Delegate.objects.active(timezone.localdate(now)).filter(membership=partner.membership),
        key=f"jointactions.partner:{partner.pk}", now=now, path=member_path(action),
        text=_("You are to be a partner of “%(title)s”. Please say whether you agree to be named.")
        % {"title": action.title}, topic=f"jointactions.action:{action.pk}",
    )  # fmt: skip


@transaction.atomic
def take_part(
    *, action: JointAction, membership: Membership, told: dict[str, Any], delegate: Delegate, now: datetime
) -> ActionPartner:
    """A member says that it takes part, with what, and agrees to be named. Raises NotOpen."""
    if not JointAction.objects.filter(pk=action.pk, state__in=enums.OPEN_STATES).exists():
        raise NotOpen(_("Members can join from the day an action is decided until it is completed."))
    values = {
        **told, "agreed_on": timezone.localdate(now), "declined_on": None, "agreed_how": _("on the member's own page"),
    }  # fmt: skip
    partner, _is_new = ActionPartner.objects.update_or_create(action=action, membership=membership, defaults=values)
    audit.record(enums.AGREED, by=None, about=partner, now=now, actor_name=delegate.membership.name)
    index.refresh(action, now)
    return partner


@transaction.atomic
def decline(*, partner: ActionPartner, delegate: Delegate, now: datetime) -> None:
    """A member takes part no more, or never wanted to; it is not named from now on."""
    values = {"agreed_on": None, "agreed_how": "", "declined_on": timezone.localdate(now)}
    ActionPartner.objects.filter(pk=partner.pk).update(**values)
    audit.record(enums.DECLINED, by=None, about=partner, now=now, actor_name=delegate.membership.name)
