"""What the map shows."""

import json
from typing import Any

from deele.core.geo import Box
from deele.search.kinds import Clusters
from deele.search.queries.memory import Memory, members, span
from deele.search.queries.narrowing import Found
from deele.search.queries.rows import feature_list, feature_texts
from deele.search.rules import cells

MAX_FEATURES = 300
SINGLE = 150  # so many are shown one by one
CELLS_A_TILE = 3  # 2**3 cells side by side in a 512-pixel tile: one for every 64 pixels
SAMPLE = 16
EMPTY = '{"type":"FeatureCollection","numberMatched":0,"numberReturned":0,"features":[]}'


def feature_collection(found: Found, limit: int) -> str:
    """The finished body, put together from the stored features."""
    slots = members(found.found & found.memory.located)
    step = -(-len(slots) // limit) if limit > 0 else len(slots) + 1
    texts = feature_list(found.memory, slots[:: max(1, step)])
    return (
        f'{{"type":"FeatureCollection","numberMatched":{len(slots)},"numberReturned":{len(texts)},'
        f'"features":[{",".join(texts)}]}}'
    )


def clusters(found: Found, zoom: float) -> Clusters:
    """Points and clusters of the box, or of everything found."""
    memory = found.memory
    shown = found.found & memory.located
    total = shown.bit_count()
    if total <= SINGLE:
        return Clusters(found.total, _points(memory, members(shown)))
    box = found.query.box or _extent(memory, members(shown))
    level = max(1, min(_finest(box), int(zoom) + CELLS_A_TILE))
    groups = _groups(memory, shown, box, level)
    while len(groups) > MAX_FEATURES and level > 1:
        level -= 1
        groups = _groups(memory, shown, box, level)
    single = [slots[0] for count, slots in groups.values() if count == 1]
    size = cells.WORLD >> level
    drawn = [
        _cluster(memory, count, slots, cells.cell_box(*cell, size))
        for cell, (count, slots) in groups.items()
        if count > 1
    ]
    return Clusters(found.total, _points(memory, single) + drawn)


def _finest(box: Box) -> int:
    """The finest level whose cells in the box are not far more than can be shown."""
    wide, high = cells.column(box.east) - cells.column(box.west), cells.row(box.north) - cells.row(box.south)
    level = cells.BITS
    while level > 1 and (wide >> cells.BITS - level) * (high >> cells.BITS - level) > MAX_FEATURES * 4:
        level -= 1
    return level


Groups = dict[tuple[int, int], tuple[int, list[int]]]  # lower left step → how many, and some of their slots


def _groups(memory: Memory, shown: int, box: Box, level: int) -> Groups:
    """The documents of each cell. Cells are ranges of slots; only the tail is looked at one by one."""
    size = cells.WORLD >> level
    groups: Groups = {}
    for x, y in _cells(box, size):
        start, end = memory.slots_of_cell(cells.interleave(x, y), size)
        if start < end and (group := shown >> start & span(0, end - start)):
            groups[x, y] = group.bit_count(), _some(group, start, end - start)
    for slot in members(shown >> memory.tail):
        at = slot + memory.tail
        cell = (cells.column(memory.lon[at]) // size * size, cells.row(memory.lat[at]) // size * size)
        count, some = groups.get(cell, (0, []))
        groups[cell] = count + 1, [*some, at]
    return groups


def _cells(box: Box, size: int) -> list[tuple[int, int]]:
    """The cells that touch the box."""
    return [
        (x, y)
        for x in range(cells.column(box.west) // size * size, cells.column(box.east) + 1, size)
        for y in range(cells.row(box.south) // size * size, cells.row(box.north) + 1, size)
    ]


def _some(group: int, start: int, length: int) -> list[int]:
    """Up to SAMPLE slots of a group, spread over it."""
    step = max(1, -(-length // SAMPLE))
    some = []
    for at in range(0, length, step):
        if piece := group >> at & span(0, step):
            some.append(start + at + (piece & -piece).bit_length() - 1)
    return some


def _extent(memory: Memory, slots: list[int]) -> Box:
    """The box around the documents."""
    lats, lons = [memory.lat[slot] for slot in slots], [memory.lon[slot] for slot in slots]
    return Box(min(lons), min(lats), max(lons), max(lats))


def _points(memory: Memory, slots: list[int]) -> list[dict[str, Any]]:
    texts = feature_texts(memory, slots)
    return [json.loads(texts[slot]) for slot in slots if slot in texts]


def _cluster(memory: Memory, count: int, some: list[int], cell: Box) -> dict[str, Any]:
    """A cluster at the middle of some of its members, spread over them all."""
    lat = sum(memory.lat[slot] for slot in some) / len(some)
    lon = sum(memory.lon[slot] for slot in some) / len(some)
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [round(lon, 5), round(lat, 5)]},
        "properties": {"cluster": True, "count": count, "box": [round(edge, 5) for edge in cell]},
    }
