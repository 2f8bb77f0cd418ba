"""What a place has, and what lies around it: the heart of a place page."""

from dataclasses import dataclass, field, replace
from datetime import date

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

    An office that names no places answers for the place where it is. Two queries.
    """
    keys = keys_around(place)
    columns = ("place__key", "place__display_name")
    named = Coverage.objects.filter(place__key__in=keys).order_by().values_list("entry_id", *columns)
    own = Entry.objects.filter(place__key__in=keys, kind__in=serving_keys(), coverage=None)
    by_entry: dict[int, tuple[str, str]] = {}
    for entry_id, key, name in named.union(own.order_by().values_list("pk", *columns), all=True):
        if entry_id not in by_entry or keys.index(key) < keys.index(by_entry[entry_id][0]):
            by_entry[entry_id] = (key, name)
    found = Entry.objects.public().filter(pk__in=by_entry).select_related("place").order_by()
    rows = [(by_entry[entry.pk], entry) for entry in found]
    rows.sort(key=lambda row: (keys.index(row[0][0]), row[1].kind_of.block != Block.ADVICE, row[1].title))
    return [Helper(entry, key, name) for (key, name), entry in rows]


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
    asked = [Query(source=SOURCE, place_key=place.key, limit=SHOWN, nearest_wanted=False)]
    if place.level in SMALL and place.lat is not None:
        asked.append(circle(place))
    result, *wider = search.search_all(asked)
    labels = dict(Block.choices)
    blocks = [(key, str(labels[key]), count) for key, count in result.facets.get("block", []) if key in labels]
    found = Around(result.total, cards.cards(result.hits, today), blocks=blocks)
    if not wider:
        return found
    return replace(found, near_total=wider[0].total, near=cards.cards(wider[0].hits, today))


def circle(place: Place) -> Query:
    """What lies around a place, without the place itself."""
    return Query(
        source=SOURCE, outside=place.key, lat=place.lat, lon=place.lon, radius_km=NEAR_KM, sort="distance",
        limit=SHOWN, facets_wanted=False, nearest_wanted=False,
    )  # fmt: skip
