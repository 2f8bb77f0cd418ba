"""Entering and changing what we know of a member: its name, kind, ground, umbrella body, source."""

from datetime import datetime
from typing import Any

from django.db import transaction

from deele.alliance.actions import index
from deele.alliance.enums import events
from deele.alliance.models import Membership
from deele.audit import actions as audit
from deele.core.freshness import Method

MOST_FORMER = 20


@transaction.atomic
def enter(*, form: Any, by: Any, now: datetime) -> Membership:
    """Write down a member; its first state comes with the form."""
    member: Membership = form.instance
    member.state_since = now
    member.confirm(method=Method.STAFF, by=str(by), now=now)
    saved: Membership = audit.save_form(form, by=by, event=events.ENTERED, now=now)
    index.refresh(saved)
    return saved


@transaction.atomic
def change(*, form: Any, slip: bool, by: Any, now: datetime) -> Membership:
    """Save the valid form. A new name keeps the old one among the former, unless it was a slip of the pen.

    Raises core.versions.Conflict.
    """
    member: Membership = form.instance
    old = Membership.objects.get(pk=member.pk).name
    renamed = old != member.name and not slip
    if renamed:
        member.former_names = [*member.former_names, old][-MOST_FORMER:]
    member.confirm(method=Method.STAFF, by=str(by), now=now)
    saved: Membership = audit.save_form(form, by=by, event=events.RENAMED if renamed else events.CHANGED, now=now)
    index.refresh(saved, *saved.under_it.all())
    return saved
