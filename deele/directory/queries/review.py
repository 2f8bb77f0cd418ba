"""What a reviewer needs beside an entry: allowed moves, checks, look-alikes, history."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.core import geo
from deele.directory import rules
from deele.directory.enums import ContactWay, State
from deele.directory.kinds.catalogue import kinds
from deele.directory.models import Change, Entry, Merge
from deele.directory.queries import desk, documents
from deele.directory.queries.documents import SOURCE
from deele.likeness import queries as likeness
from deele.likeness.rules import Judgement, Record, compare
from deele.places import queries as places
from deele.places.models import Place

FAR_KM = 40
SHORTEST_TITLE = 4


@dataclass(frozen=True)
class Check:
    """One thing to look at before publishing."""

    good: bool
    text: str


@dataclass(frozen=True)
class Review:
    """All of it."""

    moves: list[tuple[str, str, bool]]
    checks: list[Check]
    alike: list[tuple[Entry, Any]]
    merges: QuerySet[Merge]
    confirmable: bool


NAMES = {
    State.PUBLISHED: gettext_lazy("Publish"),
    State.REVIEW: gettext_lazy("Take up for review"),
    State.QUERY: gettext_lazy("Ask a question"),
    State.REFUSED: gettext_lazy("Refuse"),
    State.SUBMITTED: gettext_lazy("Hand in for review"),
    State.ARCHIVED: gettext_lazy("Archive"),
    State.WITHDRAWN: gettext_lazy("Withdraw"),
}


def moves(entry: Entry, user: Any) -> list[tuple[str, str, bool]]:
    """Target, name of the button, and whether a reason is needed, for every move this person may make."""
    found = []
    for target, name in NAMES.items():
        wanted = rules.move(entry.state, target)
        if wanted and rules.can_move_entry(user, entry, target):
            found.append((target.value, str(name), wanted.reason_needed))
    return found


def checks(entry: Entry) -> list[Check]:
    """The checks of domain §9.1: in scope, place, private data, contact, position, source."""
    text = f"{entry.short_text} {entry.description}"
    near = (distance(entry) or 0.0) <= FAR_KM
    return [
        Check(entry.place_id is not None, _("It has a place.")),
        Check(near, _("Its position lies near its place.")),
        Check("@" not in text, _("No mail addresses stand in the public text.")),
        Check(reachable(entry), _("People can get in touch.")),
        Check(bool(entry.short_text or entry.description), _("It says in a sentence what it is.")),
        Check(bool(entry.source or entry.source_url or entry.contact_email), _("We know where the facts come from.")),
    ]


def distance(entry: Entry) -> float | None:
    """Kilometres between the position and the place, None while one of them is unknown."""
    place = entry.place
    if place is None or place.lat is None or place.lon is None or entry.lat is None or entry.lon is None:
        return None
    return geo.distance_km(entry.lat, entry.lon, place.lat, place.lon)


def reachable(entry: Entry) -> bool:
    """Whether the chosen way of contact leads anywhere."""
    if entry.contact_way == ContactWay.WEBSITE:
        return bool(entry.website)
    return bool(entry.contact_email or entry.public_email or entry.website or entry.public_phone)


def alike(entry: Entry) -> list[tuple[Entry, Any]]:
    """Entries that resemble this one, with reasons."""
    return with_entries(likeness.like(SOURCE, documents.record(entry), exclude=str(entry.pk)))


def like_values(values: dict[str, Any], addresses: list[dict[str, str]]) -> list[tuple[Entry, Any]]:
    """Entries that resemble what somebody is about to save."""
    address = addresses[0] if addresses else {}
    place: Place | None = values.get("place")
    record = Record(
        id="new",
        name=values["title"],
        kind=values["kind"],
        street=address.get("street", ""),
        zip=address.get("postcode", ""),
        city=place.name if place else "",
        lat=values.get("lat"),
        lon=values.get("lon"),
        phone=values.get("public_phone", ""),
        email=values.get("public_email", ""),
        website=values.get("website", ""),
        description=values.get("short_text", ""),
    )
    return with_entries(likeness.like(SOURCE, record))


def like_typed(title: str, place_text: str, kind: str) -> list[tuple[Entry, Any]]:
    """Public entries that resemble a title being typed; short titles resemble nothing."""
    if len(title.strip()) < SHORTEST_TITLE:
        return []
    place = places.exactly(place_text[:120]) if place_text.strip() else None
    typed = {"title": title[:200], "kind": kind if kind in kinds else "", "place": place}
    return [(entry, like) for entry, like in like_values(typed, []) if entry.is_public]


def with_entries(found: Sequence[Any]) -> list[tuple[Entry, Any]]:
    """Look-alikes with their entries."""
    entries = Entry.objects.select_related("place").in_bulk([int(one.ref) for one in found])
    return [(entries[int(one.ref)], one) for one in found if int(one.ref) in entries]


def judged(left: Entry, right: Entry) -> Judgement:
    """How alike two entries are, with reasons."""
    return compare(documents.record(left), documents.record(right))


class OpenPairs(Sequence):
    """The undecided pairs as a lazy sequence for the paginator."""

    def __len__(self) -> int:
        return likeness.open_count(SOURCE)

    def __getitem__(self, wanted: Any) -> Any:
        return likeness.open_pairs(SOURCE, wanted.stop - wanted.start, wanted.start)


def pairs(found: Sequence[Any]) -> list[tuple[Entry, Entry, Any]]:
    """Undecided pairs with their entries."""
    refs = [int(ref) for pair in found for ref in (pair.left, pair.right)]
    entries = Entry.objects.select_related("place").in_bulk(refs)
    there = [pair for pair in found if int(pair.left) in entries and int(pair.right) in entries]
    return [(entries[int(pair.left)], entries[int(pair.right)], pair) for pair in there]


def review_of(entry: Entry, user: Any) -> Review:
    """All a reviewer needs."""
    return Review(
        moves=moves(entry, user),
        checks=checks(entry),
        alike=alike(entry),
        merges=desk.undoable_merges(entry),
        confirmable=entry.is_public,
    )


def history(entry: Entry) -> QuerySet[Change]:
    """Every change, the newest first."""
    return entry.changes.select_related("by").order_by("-at", "-pk")
