"""Making and changing entries. Every write goes through here, so history, index and likeness always agree."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.audit import actions as audit
from deele.audit.enums import EventType
from deele.core import versions
from deele.core.errors import Refusal
from deele.core.ranges import Range
from deele.directory import enums, rules
from deele.directory.actions import index
from deele.directory.enums import LinkKind, State
from deele.directory.models import Address, Change, Coverage, Entry, Link
from deele.places.models import Place

# Written by the life of an entry, never by a form.
OWN_FIELDS = frozenset({
    "id", "created_at", "updated_at", "version", "state", "state_since", "state_reason", "public_since",
    "next_confirmation_on", "reminders", "reminded_on", "merged_into",
})  # fmt: skip
WRITABLE = frozenset(field.name for field in Entry._meta.local_concrete_fields) - OWN_FIELDS


class NotAllowed(Refusal):
    """The person may not do this to this entry."""

    code = "not-allowed"


def plain(value: Any) -> Any:
    """A field value as JSON keeps it in the history."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Place):
        return value.key
    if isinstance(value, Range):
        return value.stored()
    return value.pk if hasattr(value, "pk") else value


def may_edit(by: Any, entry: Entry) -> None:
    """Raises NotAllowed. `by=None` is the house itself or a holder whose link was checked."""
    if by is not None and not rules.can_edit_entry(by, entry):
        raise NotAllowed(_("You may not change this entry, because it belongs to another area of work."))


def may_hand_to(by: Any, values: dict[str, Any]) -> None:
    """Nobody moves an entry into an area of work where they may not edit. Raises NotAllowed."""
    area = values.get("area")
    if by is not None and area is not None and not access.can(by, Permission.ENTRY_EDIT, area_id=area.pk):
        raise NotAllowed(_("You may not hand this entry to another area of work. Please ask somebody who works there."))


@transaction.atomic
def create(
    *,
    values: dict[str, Any],
    by: Any,
    now: datetime,
    addresses: Iterable[dict[str, str]] = (),
    covers: Iterable[Place] = (),
    by_name: str = "",
) -> Entry:
    """Make a draft. `values` are fields of Entry; unknown ones raise ValueError. Raises NotAllowed."""
    check_names(values)
    entry = Entry(**values, state=State.DRAFT, state_since=now)
    may_edit(by, entry)
    entry.save(force_insert=True)
    write_addresses(entry, addresses)
    write_coverage(entry, covers)
    audit.record(enums.CREATED, by=by, about=entry, now=now, actor_name=by_name)
    index.refresh(entry)
    return entry


@transaction.atomic
def change(
    *,
    entry: Entry,
    values: dict[str, Any],
    by: Any,
    now: datetime,
    addresses: Iterable[dict[str, str]] | None = None,
    covers: Iterable[Place] | None = None,
    by_name: str = "",
    event: EventType = enums.CHANGED,
) -> Entry:
    """Change fields of an entry as it was read (its version counts). Raises NotAllowed, versions.Conflict.

    What does not change is not written, and a call that changes nothing leaves no trace.
    """
    check_names(values)
    may_edit(by, entry)
    may_hand_to(by, values)
    stored = Entry.objects.get(pk=entry.pk)
    changes = [
        Change(entry=entry, at=now, by=by, by_name=by_name or str(by or _("The system")), field=name, old=old, new=new)
        for name, old, new in differences(stored, values, addresses, covers)
    ]
    if not changes:
        return entry
    versions.claim(entry)
    for name, value in values.items():
        setattr(entry, name, value)
    entry.save(update_fields=[*values, "updated_at"])
    if addresses is not None:
        write_addresses(entry, addresses)
    if covers is not None:
        write_coverage(entry, covers)
    Change.objects.bulk_create(changes)
    audit.record(
        event, by=by, about=entry, now=now, data={"fields": [row.field for row in changes]}, actor_name=by_name
    )
    index.refresh(entry)
    return entry


def check_names(values: dict[str, Any]) -> None:
    """Raises ValueError for names that no form may write."""
    if unknown := set(values) - WRITABLE - {"area_id", "place_id"}:
        raise ValueError(f"not writable: {sorted(unknown)}")


def differences(
    stored: Entry,
    values: dict[str, Any],
    addresses: Iterable[dict[str, str]] | None = None,
    covers: Iterable[Place] | None = None,
) -> list[tuple[str, Any, Any]]:
    """Field, old and new value (as JSON) of everything that would change."""
    pairs = [(name, plain(getattr(stored, name)), plain(value)) for name, value in values.items()]
    if addresses is not None:
        pairs.append(("addresses", address_lines(stored), [str(Address(**address)) for address in addresses]))
    if covers is not None:
        old = sorted(stored.coverage.values_list("place__key", flat=True))
        pairs.append(("coverage", old, sorted(place.key for place in covers)))
    return [(name, old, new) for name, old, new in pairs if old != new]


def address_lines(entry: Entry) -> list[str]:
    """The addresses as text."""
    return [str(address) for address in entry.addresses.all()]


def write_addresses(entry: Entry, addresses: Iterable[dict[str, str]]) -> None:
    """Replace the addresses by these, in their order."""
    entry.addresses.all().delete()
    Address.objects.bulk_create(Address(entry=entry, rank=rank, **address) for rank, address in enumerate(addresses))
    forget_prefetched(entry, "addresses")


def write_coverage(entry: Entry, covers: Iterable[Place]) -> None:
    """Replace the places the entry is responsible for."""
    entry.coverage.all().delete()
    Coverage.objects.bulk_create(Coverage(entry=entry, place=place) for place in covers)
    forget_prefetched(entry, "coverage")


def forget_prefetched(entry: Entry, name: str) -> None:
    """Rows read before a write must not be shown after it."""
    getattr(entry, "_prefetched_objects_cache", {}).pop(name, None)


class CannotLink(Refusal):
    """The two entries cannot be linked like this."""

    code = "cannot-link"


@transaction.atomic
def link(*, entry: Entry, kind: str, other: Entry, by: Any, now: datetime) -> Link:
    """Say that the entry belongs to another. Raises CannotLink, NotAllowed."""
    may_edit(by, entry)
    if entry.pk == other.pk:
        raise CannotLink(_("An entry cannot be linked with itself. Please choose another one."))
    made, is_new = Link.objects.get_or_create(entry=entry, kind=LinkKind(kind), other=other)
    if is_new:
        audit.record(enums.LINKED, by=by, about=entry, now=now, data={"kind": kind, "other": other.pk})
    return made


@transaction.atomic
def unlink(*, entry: Entry, link_pk: int, by: Any, now: datetime) -> None:
    """Take a link of this entry out, from whichever side. Does nothing when it is gone already."""
    may_edit(by, entry)
    found = Link.objects.filter(Q(entry=entry) | Q(other=entry), pk=link_pk).first()
    if found is not None:
        audit.record(enums.UNLINKED, by=by, about=entry, now=now, data={"kind": found.kind, "other": found.other_id})
        found.delete()
