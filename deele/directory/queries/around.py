"""What a place has, and what lies around it: the heart of a place page."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from deele.directory.enums import Block
from deele.directory.kinds.catalogue import serving_keys
from deele.directory.models import Coverage, Entry
from deele.directory.queries import cards
from deele.directory.queries.cards import Card
from deele.directory.queries.documents import SOURCE
from deele.directory.queries.entries import keys_around
from deele.places.enums import Level
from deele.places.models import Place
from deele.search import queries as search
from deele.search.kinds import Query

SHOWN = 8
NEAR_KM = 25
SMALL = (Level.MUNICIPALITY, Level.LOCALITY, Level.ASSOCIATION)


@dataclass(frozen=True)
class Helper:
    """Somebody who is responsible for a place, and for which place around it."""

    entry: Entry
    level: str
    for_place: str


def helpers(place: Place) -> list[Helper]:
    """Public offices and neighbourly help responsible for the place, the nearest responsibility first.

    An office that names no places answers for the place where it is. Three queries at most.
    """
    keys = keys_around(place)
    named = Coverage.objects.filter(place__key__in=keys).values_list("entry_id", "place__key", "place__display_name")
    by_entry: dict[int, tuple[str, str]] = {}
    for entry_id, key, name in named:
        if entry_id not in by_entry or keys.index(key) < keys.index(by_entry[entry_id][0]):
            by_entry[entry_id] = (key, name)
    own = Q(coverage=None, place__key__in=keys, kind__in=serving_keys())
    found = Entry.objects.public().filter(Q(pk__in=by_entry) | own).select_related("place").distinct()
    rows = [(by_entry.get(entry.pk, own_place(entry)), entry) for entry in found]
    rows.sort(key=lambda row: (keys.index(row[0][0]), row[1].kind_of.block != Block.ADVICE, row[1].title))
    return [Helper(entry, key, name) for (key, name), entry in rows]


def own_place(entry: Entry) -> tuple[str, str]:
    """Key and name of the place where an entry is; public entries have one."""
    return (entry.place.key, str(entry.place)) if entry.place else ("", "")


@dataclass(frozen=True)
class Around:
    """Entries in a place and near it."""

    total: int
    here: list[Card]
    near_total: int = 0
    near: list[Card] = field(default_factory=list)
    blocks: list[tuple[str, str, int]] = field(default_factory=list)


def around(place: Place, today: date) -> Around:
    """What exists in the place, by building block, and what lies within reach of a small one."""
    result = search.search(Query(source=SOURCE, place_key=place.key, limit=SHOWN))
    here = cards.cards(result.hits, today)
    labels = dict(Block.choices)
    blocks = [(key, str(labels[key]), count) for key, count in result.facets.get("block", []) if key in labels]
    if place.level not in SMALL or place.lat is None:
        return Around(result.total, here, blocks=blocks)
    circle = Query(
        source=SOURCE, lat=place.lat, lon=place.lon, radius_km=NEAR_KM, sort="distance", limit=result.total + SHOWN
    )
    wide = search.search(circle)
    known = {hit.ref for hit in result.hits}
    near = [hit for hit in wide.hits if hit.ref not in known and place.key not in keys_of(hit.data)][:SHOWN]
    return Around(result.total, here, max(0, wide.total - result.total), cards.cards(near, today), blocks)


def keys_of(data: dict) -> tuple[str, ...]:
    """The place of a row and its municipality, to tell "here" from "near"."""
    key = data.get("place_key", "")
    return (key, key.partition("-")[0])
