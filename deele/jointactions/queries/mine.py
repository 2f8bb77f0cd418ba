"""What a member sees of joint actions."""

from typing import Any

from django.db.models import Q

from deele.alliance.models import Membership
from deele.jointactions.enums import OPEN_STATES
from deele.jointactions.models import ActionPartner, JointAction
from deele.jointactions.queries import words

SHOWN = 5


def page(membership: Membership) -> dict[str, Any]:
    """What it takes part in, what waits for its answer, what is open to join."""
    mine = list(of_member(membership))
    known = [action.pk for action in mine]
    joinable = JointAction.objects.filter(state__in=OPEN_STATES).exclude(pk__in=known).select_related("place")
    return {"mine": [row(action) for action in mine], "open": [row(action) for action in joinable[:50]]}


def of_member(membership: Membership) -> Any:
    """Actions the member leads, proposed or is a partner of."""
    mine = (
        Q(lead=membership) | Q(proposed_by__membership=membership)
        | Q(partners__membership=membership, partners__declined_on=None)
    )  # fmt: skip
    return JointAction.objects.filter(mine).select_related("place").distinct()


def row(action: JointAction) -> dict[str, Any]:
    """An action in a list."""
    return {"action": action, "when": words.when(action), "where": words.where(action)}


def partner(action: JointAction, membership: Membership) -> ActionPartner | None:
    """What this member brings, if anything."""
    return ActionPartner.objects.filter(action=action, membership=membership).first()


def action_page(action: JointAction) -> dict[str, Any]:
    """Facts for a member."""
    named = action.partners.filter(agreed_on__isnull=False).select_related("membership")
    return {"facts": words.facts(action), "goals": words.goals(action), "partners": named}


def section(membership: Membership) -> dict[str, Any] | None:
    """The part of the own page."""
    waiting = ActionPartner.objects.filter(
        membership=membership, agreed_on=None, declined_on=None, action__state__in=OPEN_STATES
    ).select_related("action")
    mine = [row(action) for action in of_member(membership)[:SHOWN]]
    joinable = JointAction.objects.filter(state__in=OPEN_STATES).count()
    return {"mine": mine, "waiting": list(waiting), "open": joinable}


def public_section(membership: Membership) -> dict[str, Any] | None:
    """Public actions the member leads or agreed to be named in."""
    named = Q(lead=membership) | Q(partners__membership=membership, partners__agreed_on__isnull=False)
    rows = list(JointAction.objects.public().filter(named).select_related("place").distinct()[:SHOWN])
    return {"rows": [row(action) for action in rows]} if rows else None
