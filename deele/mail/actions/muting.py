"""Stopping all mail, and letting it go again. A restored copy starts stopped."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from deele.audit.actions import record
from deele.mail import enums
from deele.mail.enums import State
from deele.mail.models import MailState, OutgoingMail


@transaction.atomic
def mute(*, reason: str, by: AbstractBaseUser | None, now: datetime | None = None) -> MailState:
    """Let nothing leave. What waits is held, as the house this copy was made from may have sent it already."""
    now = now or timezone.now()
    state, _made = MailState.objects.get_or_create(pk=1)
    state.muted, state.reason, state.muted_at = True, reason[:300], now
    state.muted_by = str(by) if by else ""
    state.save(update_fields=["muted", "reason", "muted_at", "muted_by", "updated_at"])
    OutgoingMail.objects.filter(state=State.QUEUED).update(state=State.MUTED, updated_at=now)
    record(enums.MUTED, by=by, about=state, data={"reason": state.reason}, now=now)
    return state


@transaction.atomic
def unmute(*, send_held: bool, by: AbstractBaseUser | None, now: datetime | None = None) -> int:
    """Let mail go again. Held messages are sent or cancelled, as a person decides; returns how many."""
    now = now or timezone.now()
    state, _made = MailState.objects.get_or_create(pk=1)
    state.muted, state.reason, state.muted_at, state.muted_by = False, "", None, ""
    state.save(update_fields=["muted", "reason", "muted_at", "muted_by", "updated_at"])
    becomes = State.QUEUED if send_held else State.CANCELLED
    held = OutgoingMail.objects.filter(state=State.MUTED).update(state=becomes, next_at=now, updated_at=now)
    record(enums.UNMUTED, by=by, about=state, data={"held": held, "sent": send_held}, now=now)
    return held


def note_trouble(*, trouble: str, now: datetime) -> None:
    """Keep what keeps the mail server from being reached, or that nothing does any more."""
    state, _made = MailState.objects.get_or_create(pk=1)
    if state.trouble == trouble[:500]:
        return
    state.trouble = trouble[:500]
    state.trouble_since = (state.trouble_since or now) if trouble else None
    state.save(update_fields=["trouble", "trouble_since", "updated_at"])
