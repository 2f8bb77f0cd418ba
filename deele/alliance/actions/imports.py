"""Bringing in a list of members as facts with their source; again is the same."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from deele.alliance.actions import index
from deele.alliance.enums import Basis, State, events
from deele.alliance.models import Membership
from deele.alliance.readers.members import ReadMember
from deele.audit import actions as audit
from deele.core import dates
from deele.core.freshness import Method
from deele.places import queries as places

FACTS = ("name", "kind", "level", "basis", "themes", "source", "source_url")


@dataclass
class Taken:
    """What an import did."""

    made: int = 0
    changed: int = 0
    same: int = 0
    left_alone: list[str] = field(default_factory=list)
    without_umbrella: list[str] = field(default_factory=list)


@transaction.atomic
def take_in(
    *, rows: list[ReadMember], now: datetime, umbrellas: dict[str, str] | None = None, as_of: str = ""
) -> Taken:
    """Make or renew the members of a list by their id there. What the office has changed since is left alone.

    `umbrellas` leads from an id to that of its umbrella body, where the list itself does not say it; `as_of` is the
    state of the list where a row names none. Raises core.dates.BadDate.
    """
    done, known = Taken(), {one.external_id: one for one in Membership.objects.exclude(external_id="")}
    written: list[Membership] = []
    for row in rows:
        member, fresh = known.get(row.external_id), row.external_id not in known
        if member is not None and touched(member):
            done.left_alone.append(member.name)
            continue
        member = member or Membership(external_id=row.external_id, state=State.MEMBER, state_since=now)
        if write(member, row, row.as_of or as_of, now):
            written.append(member)
            done.made, done.changed = done.made + fresh, done.changed + (not fresh)
        else:
            done.same += 1
        known[row.external_id] = member
    hang(rows, known, umbrellas or {}, done)
    index.refresh(*written)
    return done


def touched(member: Membership) -> bool:
    """Whether somebody has worked on it since it was brought in."""
    return member.verification_method != Method.IMPORT or member.state != State.MEMBER or member.delegates.exists()


def write(member: Membership, row: ReadMember, day: str, now: datetime) -> bool:
    """Put the facts of a row into a member; whether anything is new. The note keeps what the list says of evidence."""
    as_of = dates.parse(day) if day else None
    told = {name: getattr(row, name) for name in FACTS}
    told |= {
        "internal_note": row.note, "website": row.website, "place": places.exactly(row.place) if row.place else None,
        "as_of": as_of.day if as_of else None,
        "as_of_precision": as_of.precision if as_of else dates.Precision.DAY,
    }  # fmt: skip
    if member.pk and all(getattr(member, name) == value for name, value in told.items()):
        return False
    for name, value in told.items():
        setattr(member, name, value)
    member.confirm(method=Method.IMPORT, by=row.source[:120], now=now)
    fresh = member.pk is None
    member.version += not fresh
    member.save()
    audit.record(events.ENTERED if fresh else events.CHANGED, by=None, about=member, now=now)
    return True


def hang(rows: list[ReadMember], known: dict[str, Membership], umbrellas: dict[str, str], done: Taken) -> None:
    """Put members under their umbrella bodies; who belongs through one that is not in the list is named."""
    for row in rows:
        if row.basis != Basis.UMBRELLA:
            continue
        member, body = known[row.external_id], known.get(row.through or umbrellas.get(row.external_id, ""))
        if body is None and member.umbrella is None:
            done.without_umbrella.append(member.name)
        elif body is not None and member.umbrella is None and body != member:
            member.umbrella = body
            member.save(update_fields=["umbrella", "updated_at"])
            index.refresh(member)
