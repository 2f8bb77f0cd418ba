"""Writing minutes: each item a row with a version of its own, every version kept. The session is held for the moment
of writing: what is confirmed meanwhile is confirmed with it, or refuses it.

Two people on two items never meet. Two on the same item: the second sees both texts, and theirs is kept as a draft.
"""

from datetime import datetime
from typing import Any

from django.db import transaction

from deele.core import versions
from deele.groups.actions import tasks
from deele.groups.actions.session_refusals import Closed, MovedOn, NotAllowed
from deele.groups.actions.sessions import locked, note
from deele.groups.enums import session_events as events
from deele.groups.enums.sessions import SessionState
from deele.groups.models import MinutesItem, MinutesVersion, Session
from deele.groups.queries.insiders import Insider

FACTS = ("kind", "agenda_item_id", "who", "due_on", "majority", "votes_yes", "votes_no", "votes_abstained", "level")


def check_may_write(session: Session, by: Insider) -> None:
    """Raises NotAllowed, Closed, MovedOn."""
    if not by.can_write:
        raise NotAllowed
    if session.state == SessionState.CONFIRMED:
        raise Closed
    if not session.can_write:
        raise MovedOn(session)


def facts_of(item: MinutesItem) -> dict[str, Any]:
    """What an item says beside its text, as a version keeps it."""
    return {name: value for name in FACTS if (value := getattr(item, name)) not in (None, "")}


@transaction.atomic
def save(*, form: Any, session: Session, by: Insider, now: datetime) -> MinutesItem:
    """Save a valid form of a new or known item. Under a token that was used it changes nothing.

    Raises NotAllowed, Closed, MovedOn, core.versions.Conflict.
    """
    item, token = form.instance, form.cleaned_data.get("token") or None
    session = locked(session)
    check_may_write(session, by)
    if item.pk is None:
        if token and (known := MinutesItem.objects.filter(form_token=token).first()):
            return known
        item.session, item.form_token = session, token
    else:
        versions.claim(item)
    saved: MinutesItem = form.save()
    keep(saved, by, now)
    if session.state == SessionState.DRAFT:
        tasks.follow(item=saved, now=now)
    note(events.MINUTES_WRITTEN, session, by, now, item=saved.pk, version=saved.version)
    return saved


def keep(item: MinutesItem, by: Insider, now: datetime) -> None:
    """Write down how the item reads now."""
    MinutesVersion.objects.create(
        item=item, number=item.version, text=item.text, facts=json_ready(facts_of(item)), by_name=by.name, at=now
    )


def json_ready(facts: dict[str, Any]) -> dict[str, Any]:
    """Days as text."""
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in facts.items()}


@transaction.atomic
def keep_draft(*, item: MinutesItem, text: str, by: Insider, now: datetime) -> MinutesVersion | None:
    """Keep the words of a second writer that did not become the item; the same words only once."""
    text = text.strip()
    if not text or item.versions.filter(text=text).exists():
        return None
    return MinutesVersion.objects.create(item=item, number=item.version, text=text, kept=False, by_name=by.name, at=now)


@transaction.atomic
def take_out(*, item: MinutesItem, by: Insider, now: datetime) -> None:
    """Take an item out of the minutes; its versions stay. Raises NotAllowed, Closed, MovedOn, Conflict."""
    session = locked(item.session)
    check_may_write(session, by)
    versions.claim(item)
    item.taken_out = True
    item.save()
    keep(item, by, now)
    tasks.follow(item=item, now=now)
    note(events.MINUTES_WRITTEN, session, by, now, item=item.pk, taken_out=True)


@transaction.atomic
def put_back(*, item: MinutesItem, by: Insider, now: datetime) -> None:
    """Put an item back that was taken out. Raises NotAllowed, Closed, MovedOn, Conflict."""
    session = locked(item.session)
    check_may_write(session, by)
    versions.claim(item)
    item.taken_out = False
    item.save()
    keep(item, by, now)
    if session.state == SessionState.DRAFT:
        tasks.follow(item=item, now=now)
    note(events.MINUTES_WRITTEN, session, by, now, item=item.pk, put_back=True)
