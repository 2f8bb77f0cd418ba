"""What a list shows of the documents found."""

import json
from collections.abc import Collection

from django.db import connection

from deele.search.kinds import Hit
from deele.search.models import Content, Feature, Row
from deele.search.queries.memory import Memory
from deele.search.queries.narrowing import Found

Ordered = list[tuple[int, float, float | None]]  # slot, score, distance


def hits(found: Found, ordered: Ordered) -> list[Hit]:
    """The page with its data. A document that was taken out since the memory was read is left out."""
    return hits_of([(found, ordered)])[0]


def hits_of(pages: list[tuple[Found, Ordered]]) -> list[list[Hit]]:
    """Several pages with their data, read at once."""
    numbers = {found.memory.base + slot for found, ordered in pages for slot, _score, _distance in ordered}
    texts = _rows(Content._meta.db_table, "ref, data", numbers)
    return [
        [
            Hit(known[0], score, distance, json.loads(known[1]))
            for slot, score, distance in ordered
            if (known := texts.get(found.memory.base + slot))
        ]
        for found, ordered in pages
    ]


def feature_texts(memory: Memory, slots: list[int]) -> dict[int, str]:
    """The stored GeoJSON feature of each slot."""
    return {slot: text for slot, (text,) in _columns(memory, Feature._meta.db_table, "text", slots).items()}


def feature_list(memory: Memory, slots: list[int]) -> list[str]:
    """The stored GeoJSON features, without telling whose they are."""
    if not slots:
        return []
    numbers = ",".join([str(memory.base + slot) for slot in slots])
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT text FROM {Feature._meta.db_table} WHERE id IN ({numbers})")  # noqa: S608
        return [text for (text,) in cursor.fetchall()]


def title_keys(memory: Memory, slots: list[int]) -> dict[int, str]:
    """The stems of the title of each slot."""
    return {slot: key for slot, (key,) in _columns(memory, Row._meta.db_table, "title_key", slots).items()}


def with_title(memory: Memory, source: str, key: str, limit: int) -> list[int]:
    """The slots of the documents whose title has exactly these stems."""
    sql = "SELECT id FROM search_row WHERE source = %s AND title_key = %s LIMIT %s"
    with connection.cursor() as cursor:
        cursor.execute(sql, [source, key[:200], limit])
        return [number - memory.base for (number,) in cursor.fetchall()]


def _columns(memory: Memory, table: str, columns: str, slots: list[int]) -> dict[int, tuple[str, ...]]:
    base = memory.base
    return {number - base: row for number, row in _rows(table, columns, [base + slot for slot in slots]).items()}


def _rows(table: str, columns: str, numbers: Collection[int]) -> dict[int, tuple[str, ...]]:
    if not numbers:
        return {}
    listed = ",".join(map(str, numbers))  # whole numbers of our own
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT id, {columns} FROM {table} WHERE id IN ({listed})")  # noqa: S608
        return {row[0]: row[1:] for row in cursor.fetchall()}
