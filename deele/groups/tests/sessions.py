"""Groups with people, sessions, minutes for tests. Invented, and recognisably so."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from deele.alliance.tests import factories as alliance
from deele.groups.actions import minutes, session_people, sessions
from deele.groups.enums import Role, State
from deele.groups.enums.sessions import MinutesKind, Presence
from deele.groups.forms.minutes import MinutesItemForm
from deele.groups.models import MinutesItem, Seat, Session, WorkingGroup
from deele.groups.queries.insiders import Insider
from deele.groups.rules.sessions import Told

NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


def group(name: str = "Arbeitsgruppe Muster", **fields: Any) -> WorkingGroup:
    """A public group at work."""
    return WorkingGroup.objects.create(
        **{"name": name, "mandate": "Begegnungsorte", "state": State.ACTIVE, "state_since": NOW, **fields}
    )


def seat(of: WorkingGroup, name: str, role: Role = Role.MEMBER, **fields: Any) -> Seat:
    """Somebody in a group, with a member of their own."""
    email = f"{name.split()[0].lower()}@example.org"
    person = alliance.delegate(alliance.member(f"Verein {name}"), email=email, name=name)
    return Seat.objects.create(**{"group": of, "delegate": person, "role": role, "since": NOW.date(), **fields})


def by(one: Seat) -> Insider:
    """This person, acting."""
    return Insider(one.group, seat=one)


def world(**fields: Any) -> SimpleNamespace:
    """A group with a lead, two members and a guest, and a planned session in two weeks."""
    made = group(**fields)
    people = {
        "lead": seat(made, "Lea Muster", Role.LEAD), "kim": seat(made, "Kim Muster"), "jo": seat(made, "Jo Muster"),
        "guest": seat(made, "Gast Muster", Role.GUEST),
    }  # fmt: skip
    return SimpleNamespace(group=made, session=session(people["lead"]), **people)


def session(lead: Seat, *, days: int = 14, now: datetime = NOW, **told: Any) -> Session:
    """A planned session."""
    begins = now + timedelta(days=days)
    given = {"starts_at": begins, "ends_at": begins + timedelta(hours=2), "place": "Rathaus Muster", **told}
    return sessions.plan(group=lead.group, told=Told(**given), by=by(lead), now=now)


def held(world: SimpleNamespace, at: Session | None = None) -> Session:
    """The session took place; lead and Kim were there, Jo is excused."""
    found = at or world.session
    now = found.starts_at + timedelta(hours=3)
    if found.state == "geplant":
        sessions.invite(session=found, by=by(world.lead), now=NOW)
    sessions.hold(session=found, by=by(world.lead), now=now)
    noted = {
        place.pk: Presence.EXCUSED if place.seat_id == world.jo.pk else Presence.PRESENT
        for place in found.people.exclude(seat=world.guest)
    }
    session_people.note_presence(session=found, noted=noted, by=by(world.lead), now=now)
    found.refresh_from_db()
    return found


def form(at: Session, item: MinutesItem | None = None, **data: Any) -> MinutesItemForm:
    """A form of an item as a browser sends it."""
    given = {"kind": MinutesKind.INFORMATION, "text": "Es wurde berichtet.", **data}
    if item is not None:
        given.setdefault("version", item.version)
    return MinutesItemForm({key: value for key, value in given.items() if value is not None}, instance=item, session=at)


def write(at: Session, who: Seat, item: MinutesItem | None = None, now: datetime | None = None, **data: Any) -> Any:
    """Write an item of the minutes."""
    sent = form(at, item, **data)
    assert sent.is_valid(), sent.errors
    return minutes.save(form=sent, session=at, by=by(who), now=now or at.ends_at)


def task(at: Session, who: Seat, for_whom: Seat, text: str = "Räume anfragen", **data: Any) -> Any:
    """An item that is a task."""
    return write(at, who, kind=MinutesKind.TASK, text=text, seat=for_whom.pk, **data)


def decision(at: Session, who: Seat, text: str = "Wir laden die Kommunen ein.", **data: Any) -> Any:
    """An item that is a decision."""
    given = {"kind": MinutesKind.DECISION, "text": text, "majority": "konsens", "level": "kommunal", **data}
    return write(at, who, **given)
