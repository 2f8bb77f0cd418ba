"""Which documents of a set come first."""

import math
from collections.abc import Iterable, Iterator
from heapq import nsmallest

from django.db import connection

from deele.core.geo import distance_km
from deele.search.models import SPAN_BITS, Row
from deele.search.queries import rows
from deele.search.queries.memory import Memory, members
from deele.search.queries.narrowing import Found
from deele.search.queries.texts import WINDOW
from deele.search.rules import cells

FEW = 2000  # so many are sorted in memory rather than read in order
CHUNK = 500
FLAT = 100.0  # kilometres within which a flat earth is exact enough for choosing
FARTHEST = 20_040.0  # half way round the globe, in kilometres
EXACT, WHOLE, FRESH = 3.0, 0.6, 0.05  # against a best text score of 1

Ordered = list[tuple[int, float, float | None]]  # slot, score, distance


def page(found: Found) -> Ordered:
    """The page of the query."""
    start, size = found.query.start, found.query.size
    if not size or start >= found.total:
        return []
    if found.by_distance:
        return _by_distance(found, start + size)[start:]
    if found.match is not None and found.query.sort in ("", "relevance", "distance"):
        slots = _by_relevance(found, start + size)[start:]
    else:
        column = "title_key" if found.query.sort == "title" else "rank DESC"
        slots = [(slot, 0.0) for slot in _by_column(found, column, start + size)[start:]]
    return [(slot, score, _distance(found, slot)) for slot, score in slots]


def _distance(found: Found, slot: int) -> float | None:
    query, memory = found.query, found.memory
    if query.lat is None or query.lon is None or not memory.located >> slot & 1:
        return None
    return distance_km(query.lat, query.lon, memory.lat[slot], memory.lon[slot])


def _by_distance(found: Found, count: int) -> Ordered:
    """The nearest first; what has no position comes last, when no area leaves it out."""
    memory = found.memory
    located = found.found & memory.located
    near = nearest(found, located, count)
    if len(near) < count:
        rest = members(found.found & ~memory.located)[: count - len(near)]
        near += [(slot, 0.0, None) for slot in rest]
    return near


def nearest(found: Found, slots: int, count: int) -> Ordered:
    """The `count` nearest of a set: circles around the point grow until they hold enough."""
    lat, lon, memory = found.query.lat, found.query.lon, found.memory
    if lat is None or lon is None:
        return []
    wanted, radius = slots, 2.0
    reach = found.query.radius_km
    if slots.bit_count() > FEW:
        while True:
            wanted = slots & memory.inside(cells.CircleArea(lat, lon, radius))
            if wanted.bit_count() >= count or radius > FARTHEST:
                break
            radius *= 2
        reach = radius
    chosen = members(wanted)
    if reach is not None and reach <= FLAT and count * 4 < len(chosen):
        chosen = _roughly_nearest(memory, chosen, (lat, lon), count * 2)
    measured = [(distance_km(lat, lon, memory.lat[slot], memory.lon[slot]), slot) for slot in chosen]
    return [(slot, 0.0, distance) for distance, slot in sorted(measured)[:count]]


def _roughly_nearest(memory: Memory, slots: list[int], point: tuple[float, float], count: int) -> list[int]:
    """The nearest as if the earth were flat, with so many to spare that the exact order comes out of them."""
    (lat, lon), lats, lons = point, memory.lat, memory.lon
    narrower = math.cos(math.radians(lat)) ** 2
    away = [((lats[slot] - lat) ** 2 + (lons[slot] - lon) ** 2 * narrower, slot) for slot in slots]
    return [slot for _away, slot in nsmallest(count, away)]


def _by_relevance(found: Found, count: int) -> list[tuple[int, float]]:
    """By the database's score; its first hundred once more by what both databases agree on.

    An exact title wins, then titles that hold every word, then the text; freshness decides between equals. Which
    hundred does not depend on the filters or the page, so that pages neither repeat nor leave out.
    """
    assert found.match is not None  # noqa: S101  asked by page
    fitting = found.found.to_bytes((found.memory.size >> 3) + 1, "little")
    window = {slot: score for slot, score in found.match.top() if fitting[slot >> 3] >> (slot & 7) & 1}
    for slot in _exact(found):
        if slot < found.memory.size and fitting[slot >> 3] >> (slot & 7) & 1:
            window.setdefault(slot, 0.0)
    ranked = _ranked(found, list(window.items()))
    if len(ranked) < min(count, found.total):
        rest = [slot for slot, _score in found.match.all() if slot not in window]
        ranked += [(slot, 0.0) for slot in rest if fitting[slot >> 3] >> (slot & 7) & 1]
    return ranked[:count]


def _exact(found: Found) -> list[int]:
    """Documents of exactly this title; when all matches stand in the window there are no others."""
    assert found.match is not None  # noqa: S101  asked by page
    if found.match.found.bit_count() <= WINDOW:
        return []
    return rows.with_title(found.memory, found.query.source, " ".join(found.reading.stems), WINDOW)


def _ranked(found: Found, window: list[tuple[int, float]]) -> list[tuple[int, float]]:
    memory, asked = found.memory, found.reading.stems
    top = min((score for _slot, score in window), default=-1.0) or -1.0
    titles = rows.title_keys(memory, [slot for slot, _score in window])
    scored = []
    for slot, score in window:
        title = titles.get(slot, "").split()
        bonus = EXACT if title == list(asked) else WHOLE * _share(asked, title)
        scored.append((slot, score / top + bonus + FRESH * memory.rank[slot]))
    return sorted(scored, key=lambda each: (-each[1], each[0]))


def _share(asked: tuple[str, ...], title: list[str]) -> float:
    """Which part of the words asked for stands in the title."""
    return sum(token in title for token in asked) / len(asked) if asked else 0.0


def _by_column(found: Found, order: str, count: int) -> list[int]:
    """In the order of an indexed column; few are sorted at once, many are picked while reading in order."""
    slots = members(found.found) if found.total <= FEW else []
    if slots and order == "rank DESC":
        return sorted(slots, key=lambda slot: (-found.memory.rank[slot], slot))[:count]
    if slots:
        return [number - found.memory.base for number in _titles(found.memory, slots)][:count]
    fitting = found.found.to_bytes((found.memory.size >> 3) + 1, "little")
    picked: list[int] = []
    for number in _in_order(found, order):
        slot = number - found.memory.base
        if 0 <= slot < found.memory.size and fitting[slot >> 3] >> (slot & 7) & 1:
            picked.append(slot)
            if len(picked) == count:
                break
    return picked


def _titles(memory: Memory, slots: list[int]) -> Iterable[int]:
    numbers = [memory.base + slot for slot in slots]
    return Row.objects.filter(id__in=numbers).order_by("title_key", "id").values_list("id", flat=True)


def _in_order(found: Found, order: str) -> Iterator[int]:
    sql = f"SELECT id FROM search_row WHERE source = %s AND id BETWEEN %s AND %s ORDER BY {order}, id"  # noqa: S608
    base = found.memory.base
    with connection.cursor() as cursor:
        cursor.execute(sql, [found.query.source, base, base + (1 << SPAN_BITS) - 1])
        while found_rows := cursor.fetchmany(CHUNK):
            yield from (number for (number,) in found_rows)
