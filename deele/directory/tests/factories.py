"""Rows for tests: plain functions, no surprises."""

from datetime import UTC, datetime
from typing import Any

from deele.access.models import Grant
from deele.accounts.models import User
from deele.directory.actions import entries, life
from deele.directory.enums import State
from deele.directory.models import Entry
from deele.places.enums import Level
from deele.places.models import Place

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def place(key: str = "03361007", name: str = "Kirchlinteln", **fields: Any) -> Place:
    """A municipality, or what the key says, with its district made on the way."""
    level = {2: Level.STATE, 5: Level.DISTRICT, 8: Level.MUNICIPALITY}.get(len(key), Level.LOCALITY)
    parent = None
    if level == Level.MUNICIPALITY:
        parent = place(key[:5], f"Landkreis {key[:5]}")
    if level == Level.LOCALITY:
        parent = place(key[:8], "Gemeinde")
    defaults = {
        "level": level,
        "name": name,
        "sort_name": name,
        "display_name": name,
        "parent": parent,
        "state_key": key[:2],
        "region_key": key[:3] if len(key) > 2 else "",
        "district_key": key[:5] if len(key) > 4 else "",
        "municipality_key": key[:8] if len(key) > 7 else "",
        "lat": 52.94,
        "lon": 9.32,
    }
    return Place.objects.get_or_create(key=key, defaults={**defaults, **fields})[0]


def staff(role: str = "redaktion", email: str = "", **fields: Any) -> User:
    """A person of the office with a role."""
    user = User.objects.create_user(email or f"{role}@example.org", name=f"{role.title()} Muster", is_staff=True)
    Grant.objects.create(user=user, role=role, starts_on=NOW.date().replace(year=2020), **fields)
    return user


def entry(title: str = "Dorfladen Muster", *, state: str = State.DRAFT, by: Any = None, **values: Any) -> Entry:
    """An entry in a state, with its index and likeness rows."""
    values.setdefault("kind", "dorftreffpunkt")
    values.setdefault("place", place())
    addresses = values.pop("addresses", [])
    covers = values.pop("covers", [])
    made = entries.create(
        values={"title": title, **values}, by=by, now=NOW, addresses=addresses, covers=covers, by_name="Test"
    )
    return made if state == State.DRAFT else walk(made, state)


def walk(made: Entry, state: str) -> Entry:
    """Bring an entry into a state by allowed moves of the house."""
    ways = {
        State.SUBMITTED: [State.SUBMITTED],
        State.REVIEW: [State.SUBMITTED, State.REVIEW],
        State.QUERY: [State.SUBMITTED, State.REVIEW, State.QUERY],
        State.PUBLISHED: [State.PUBLISHED],
        State.DUE: [State.PUBLISHED, State.DUE],
        State.OLD: [State.PUBLISHED, State.DUE, State.OLD],
        State.ARCHIVED: [State.PUBLISHED, State.ARCHIVED],
        State.WITHDRAWN: [State.PUBLISHED, State.WITHDRAWN],
        State.REFUSED: [State.SUBMITTED, State.REFUSED],
    }
    for step in ways[State(state)]:
        life.move(entry=made, to=step, by=None, now=NOW, house=True, reason="Test")
    return made
