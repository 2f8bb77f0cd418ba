"""Two entries that are one: relink everything, keep the old address, and be able to take it back."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.directory import enums
from deele.directory.actions import entries, index
from deele.directory.actions.entries import NotAllowed, plain
from deele.directory.enums import State
from deele.directory.models import Address, Coverage, Entry, Link, Merge, Message, Photo
from deele.directory.queries import documents
from deele.likeness import actions as likeness

# What the kept entry takes over where it knows nothing itself.
FILLED = (
    "short_text", "description", "operator", "owner", "legal_form", "legal_form_text", "phase", "opening_year",
    "opening_hours", "languages", "accessibility", "website", "public_email", "public_phone", "contact_name",
    "contact_email", "lat", "lon",
)  # fmt: skip


class CannotMerge(Refusal):
    """The two cannot become one."""

    code = "cannot-merge"


@transaction.atomic
def merge(*, kept: Entry, gone: Entry, by: Any, now: datetime) -> Merge:
    """Merge `gone` into `kept`; its old address leads to the kept one from then on.

    Links, responsibilities, addresses and messages move over; empty fields of the kept entry are filled.
    Raises CannotMerge, NotAllowed, versions.Conflict.
    """
    check(kept, gone, by)
    versions.claim(kept)
    versions.claim(gone)
    before = {
        "gone_state": gone.state,
        "gone_reason": gone.state_reason,
        "filled": fill(kept, gone),
        "links": move_links(kept, gone),
        "coverage": move_rows(Coverage, kept, gone, same=set(kept.coverage.values_list("place_id", flat=True))),
        "addresses": move_addresses(kept, gone),
        "messages": move_ids(Message.objects.filter(entry=gone), kept),
        "photos": move_ids(Photo.objects.filter(entry=gone), kept),
        "heirs": move_heirs(kept, gone),
    }
    Entry.objects.filter(pk=gone.pk).update(
        state=State.MERGED, merged_into=kept, state_since=now, state_reason=kept.title[:300]
    )
    gone.refresh_from_db()
    kept.refresh_from_db()
    record = Merge.objects.create(kept=kept, gone=gone, at=now, by=by, before=before)
    audit.record(enums.MERGED_INTO, by=by, about=kept, now=now, data={"merged": gone.pk, "title": gone.title})
    index.refresh(gone)
    index.refresh(kept)
    return record


def check(kept: Entry, gone: Entry, by: Any) -> None:
    """Raises CannotMerge or NotAllowed."""
    if not all(access.can(by, Permission.ENTRY_MERGE, area_id=entry.area_id) for entry in (kept, gone)):
        raise NotAllowed(_("You may not merge these entries. Please ask a person who reviews entries."))
    if kept.pk == gone.pk:
        raise CannotMerge(_("An entry cannot be merged with itself. Please choose another one."))
    if State.MERGED in (kept.state, gone.state):
        raise CannotMerge(_("One of the two has already been merged. Please open the queue again."))


def fill(kept: Entry, gone: Entry) -> dict[str, Any]:
    """Fill what the kept entry lacks; returns field → value it took over (values before were empty)."""
    taken = {
        name: getattr(gone, name)
        for name in FILLED
        if getattr(kept, name) in ("", None) and getattr(gone, name) not in ("", None)
    }
    details = {name: value for name, value in gone.details.items() if name not in kept.details}
    for name, value in taken.items():
        setattr(kept, name, value)
    kept.details = {**kept.details, **details}
    kept.save(update_fields=[*taken, "details", "updated_at"])
    return {"fields": {name: plain(value) for name, value in taken.items()}, "details": details}


def move_links(kept: Entry, gone: Entry) -> dict[str, Any]:
    """Hang the links of both directions over; what would double or point to itself is taken out and remembered."""
    moved, out = [], []
    for link in Link.objects.filter(Q(entry=gone) | Q(other=gone)):
        side = "entry" if link.entry_id == gone.pk else "other"
        ends = {"entry_id": link.entry_id, "other_id": link.other_id, f"{side}_id": kept.pk}
        if ends["entry_id"] == ends["other_id"] or Link.objects.filter(kind=link.kind, **ends).exists():
            out.append({"entry_id": link.entry_id, "other_id": link.other_id, "kind": link.kind})
            link.delete()
        else:
            Link.objects.filter(pk=link.pk).update(**ends)
            moved.append([link.pk, side])
    return {"moved": moved, "out": out}


def move_rows(model: Any, kept: Entry, gone: Entry, *, same: set[int]) -> list[int]:
    """Hang responsibilities over, except those the kept entry already has."""
    return move_ids(model.objects.filter(entry=gone).exclude(place_id__in=same), kept)


def move_addresses(kept: Entry, gone: Entry) -> list[int]:
    """Hang addresses over that the kept entry does not have."""
    known = set(entries.address_lines(kept))
    ids = [address.pk for address in gone.addresses.all() if str(address) not in known]
    start = kept.addresses.count()
    for rank, pk in enumerate(ids, start):
        Address.objects.filter(pk=pk).update(entry=kept, rank=rank)
    return ids


def move_ids(rows: Any, kept: Entry) -> list[int]:
    """Hang rows over and return their keys."""
    ids = list(rows.values_list("pk", flat=True))
    rows.model.objects.filter(pk__in=ids).update(entry=kept)
    return ids


def move_heirs(kept: Entry, gone: Entry) -> list[int]:
    """Entries that were merged into the gone one follow it, so that no address leads into the void."""
    ids = list(gone.merged_from.values_list("pk", flat=True))
    Entry.objects.filter(pk__in=ids).update(merged_into=kept)
    return ids


@transaction.atomic
def undo(*, merge: Merge, by: Any, now: datetime) -> Entry:
    """Take a merge back: everything moved returns, what was filled is emptied unless changed since.

    Raises CannotMerge when it was taken back already, NotAllowed.
    """
    kept, gone = merge.kept, merge.gone
    if not access.can(by, Permission.ENTRY_MERGE, area_id=kept.area_id):
        raise NotAllowed(_("You may not take this merge back. Please ask a person who reviews entries."))
    if not Merge.objects.filter(pk=merge.pk, undone_at=None).update(undone_at=now, undone_by=by):
        raise CannotMerge(_("This merge was already taken back."))
    before = merge.before
    Entry.objects.filter(pk=gone.pk).update(
        state=before["gone_state"], state_reason=before["gone_reason"], merged_into=None, state_since=now,
        version=F("version") + 1,
    )  # fmt: skip
    Coverage.objects.filter(pk__in=before["coverage"]).update(entry=gone)
    Address.objects.filter(pk__in=before["addresses"]).update(entry=gone)
    Message.objects.filter(pk__in=before["messages"]).update(entry=gone)
    Photo.objects.filter(pk__in=before["photos"]).update(entry=gone)
    Entry.objects.filter(pk__in=before["heirs"], merged_into=kept).update(merged_into=gone)
    return_links(before["links"], gone)
    empty_filled(kept, before["filled"])
    gone.refresh_from_db()
    kept.refresh_from_db()
    likeness.decide(
        source=documents.SOURCE, left=str(kept.pk), right=str(gone.pk), verdict="later", by=by, now=now
    )  # else the pair would count as settled and never be proposed again
    audit.record(enums.UNMERGED, by=by, about=kept, now=now, data={"merged": gone.pk})
    index.refresh(gone)
    index.refresh(kept)
    return gone


def return_links(links: dict[str, Any], gone: Entry) -> None:
    """Hang moved links back and make the removed ones anew."""
    for pk, side in links["moved"]:
        Link.objects.filter(pk=pk).update(**{f"{side}_id": gone.pk})
    for link in links["out"]:
        if Entry.objects.filter(pk__in=[link["entry_id"], link["other_id"]]).count() == 2:
            Link.objects.get_or_create(**link)


def empty_filled(kept: Entry, filled: dict[str, Any]) -> None:
    """Empty what was taken over, unless somebody has changed it since."""
    stored = Entry.objects.get(pk=kept.pk)
    untouched = [name for name, value in filled["fields"].items() if plain(getattr(stored, name)) == value]
    for name in untouched:
        field = Entry._meta.get_field(name)
        setattr(stored, name, None if field.null else "")
    stored.details = {
        name: value
        for name, value in stored.details.items()
        if name not in filled["details"] or filled["details"][name] != value
    }
    stored.version += 1
    stored.save(update_fields=[*untouched, "details", "version", "updated_at"])
