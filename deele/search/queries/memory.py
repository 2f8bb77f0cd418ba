"""What a process keeps in memory of a source, so that filters, counts, distance and clusters need no query.

A set of documents is a whole number whose bit *n* stands for slot *n*: "and" is a filter, `bit_count` a total.
100,000 documents are 12 KB a set. The memory is read once (under a second) and then follows the changed rows.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from deele.search.rules import cells

MAX_PLACES = 500  # sets of places kept; another takes a tenth of a millisecond
LEAF = 24  # rows of a cell that are looked at one by one
NOT_EMPTY = re.compile(rb"[^\x00]")
BITS_OF = [tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256)]


class RowValues(NamedTuple):
    """The columns of `models.Row` that are read."""

    id: int
    lat: float | None
    lon: float | None
    curve: int
    rank: float
    facets: str
    places: str
    gone: bool


def bitmap(slots: Collection[int], size: int) -> int:
    """The set of these slots."""
    if len(slots) * 32 < size:
        flags = bytearray((size >> 3) + 1)
        for slot in slots:
            flags[slot >> 3] |= 1 << (slot & 7)
        return int.from_bytes(flags, "little")
    flags = bytearray(size)  # many: a byte each is quicker to write; every eighth byte then gives one bit of all
    for slot in slots:
        flags[slot] = 1
    found = 0
    for bit in range(8):
        found |= int.from_bytes(flags[bit::8], "little") << bit
    return found


def span(start: int, end: int) -> int:
    """The set of the slots from `start` up to, not including, `end`."""
    return (1 << end) - (1 << start) if end > start else 0


def members(found: int) -> list[int]:
    """The slots of a set, in order."""
    flags = found.to_bytes((found.bit_length() + 7) // 8, "little")
    if found.bit_count() * 4 < len(flags):  # few: let the regular expression run over the empty bytes
        marks = [mark.start() for mark in NOT_EMPTY.finditer(flags)]
        return [at << 3 | bit for at in marks for bit in BITS_OF[flags[at]]]
    return [at << 3 | bit for at, byte in enumerate(flags) if byte for bit in BITS_OF[byte]]


@dataclass(slots=True)
class Memory:
    """A source as of one version. Never changed after it was handed out: `updated` makes the next one."""

    number: int
    base: int
    version: int
    tail: int
    size: int = 0
    lat: array = field(default_factory=lambda: array("d"))
    lon: array = field(default_factory=lambda: array("d"))
    rank: array = field(default_factory=lambda: array("f"))
    curve: array = field(default_factory=lambda: array("q"))  # Z-number by slot, in order below the tail
    places_of: list[str] = field(default_factory=list)
    alive: int = 0
    located: int = 0
    values: dict[tuple[str, str], int] = field(default_factory=dict)
    place_paths: dict[str, array] = field(default_factory=dict)  # may hold slots that moved away since
    paths_at: dict[str, tuple[str, ...]] = field(default_factory=dict)  # the paths a key of a place stands in
    places: dict[str, int] = field(default_factory=dict)  # filled when asked for, MAX_PLACES at most

    @property
    def token(self) -> tuple[int, int]:
        """Which numbering and which version this is."""
        return self.number, self.version

    def updated(self, rows: list[RowValues], *, version: int, tail: int, size: int) -> "Memory":
        """The memory with these rows put in place of what it knew of them."""
        later = Memory(self.number, self.base, version, tail, self.size)
        for name in ("lat", "lon", "rank", "curve", "places_of", "values", "place_paths", "paths_at"):
            kept = getattr(self, name)
            setattr(later, name, dict(kept) if isinstance(kept, dict) else kept[:])
        later.alive, later.located = self.alive, self.located
        later._grow(size)
        later._put(rows)
        return later

    def _grow(self, size: int) -> None:
        more = size - self.size
        if more <= 0:
            return
        for numbers, empty in ((self.lat, 0.0), (self.lon, 0.0), (self.rank, 0.0), (self.curve, -1)):
            numbers.extend(array(numbers.typecode, [empty]) * more)
        self.places_of.extend([""] * more)
        self.size = size

    def _put(self, rows: list[RowValues]) -> None:
        """Write the columns, then the sets; slots are collected first because a set is costly to extend."""
        base, alive, located = self.base, [], []
        facets: dict[str, list[int]] = {}
        places: dict[str, list[int]] = {}
        touched = bitmap([row[0] - base for row in rows], self.size)
        for number, lat, lon, curve, rank, lines, path, gone in rows:
            slot = number - base
            self.places_of[slot] = path
            self.curve[slot] = curve  # of gone rows, too: the order of the slots must hold
            if gone:
                continue
            alive.append(slot)
            self.rank[slot] = rank
            if lat is not None and lon is not None:
                located.append(slot)
                self.lat[slot], self.lon[slot] = lat, lon
            facets.setdefault(lines, []).append(slot)
            places.setdefault(path, []).append(slot)
        self.alive = self.alive & ~touched | bitmap(alive, self.size)
        self.located = self.located & ~touched | bitmap(located, self.size)
        self._put_values(touched, facets)
        self._put_paths([path for path in places if path not in self.place_paths])
        for path, slots in places.items():
            self.place_paths[path] = self.place_paths.get(path, array("I")) + array("I", slots)

    def _put_paths(self, paths: list[str]) -> None:
        fresh: dict[str, list[str]] = {}
        for path in paths:
            for key in dict.fromkeys(path.split("\n")):
                fresh.setdefault(key, []).append(path)
        for key, found in fresh.items():
            self.paths_at[key] = self.paths_at.get(key, ()) + tuple(found)

    def _put_values(self, touched: int, facets: dict[str, list[int]]) -> None:
        groups: dict[str, list[list[int]]] = {}
        for lines, slots in facets.items():
            for line in lines.split("\n") if lines else ():
                groups.setdefault(line, []).append(slots)
        for key, known in self.values.items():
            self.values[key] = known & ~touched
        for line, members_of in groups.items():
            name, _, value = line.partition("=")
            found = bitmap(list(chain.from_iterable(members_of)), self.size)
            self.values[name, value] = self.values.get((name, value), 0) | found

    def in_place(self, key: str) -> int:
        """The set of the documents in a place or in anything below it."""
        found = self.places.get(key)
        if found is None:
            slots: list[int] = []
            for path in self.paths_at.get(key, ()) if key else ():
                slots += [slot for slot in self.place_paths[path] if self.places_of[slot] == path]
            found = bitmap(slots, self.size) & self.alive
            if len(self.places) < MAX_PLACES:  # 12 KB each with 100,000 documents
                self.places[key] = found
        return found

    def slots_of_cell(self, first: int, size: int) -> tuple[int, int]:
        """The range of slots (without the tail) of a cell of the Z-curve that begins with number `first`."""
        start = bisect_left(self.curve, first, 0, self.tail)
        return start, bisect_left(self.curve, first + size * size, start, self.tail)

    def cover(self, area: cells.Area) -> Iterator[tuple[int, int, bool]]:
        """Ranges of slots that together hold the whole area: start, end, whether all of it lies inside."""
        waiting = [(0, 0, 0, cells.WORLD)]
        while waiting:
            first, x, y, size = waiting.pop()
            cell = cells.cell_box(x, y, size)
            if area.misses(cell):
                continue
            start, end = self.slots_of_cell(first, size)
            if start == end:
                continue
            inside = area.swallows(cell)
            if inside or end - start <= LEAF or size == 1:
                yield start, end, inside
                continue
            half = size >> 1
            more = half * half
            waiting += [
                (first + 3 * more, x + half, y + half, half),
                (first + 2 * more, x, y + half, half),
                (first + more, x + half, y, half),
                (first, x, y, half),
            ]
        if self.tail < self.size:
            yield self.tail, self.size, False

    def inside(self, area: cells.Area) -> int:
        """The set of the documents in an area, exactly."""
        whole, single = 0, []
        for start, end, inside in self.cover(area):
            if inside:
                whole |= span(start, end)
            else:
                single += [slot for slot in range(start, end) if area.holds(self.lat[slot], self.lon[slot])]
        return (whole | bitmap(single, self.size)) & self.located
