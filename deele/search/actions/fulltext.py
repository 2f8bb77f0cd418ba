"""The full-text part of the index: FTS5 without content on SQLite, a tsvector column on PostgreSQL."""

from django.db import connection

FTS5_ADD = """INSERT INTO search_text (rowid, title, body, parts)
    SELECT id, title, body, parts FROM search_content"""
# A contentless table forgets a row only when told what was in it.
FTS5_REMOVE = """INSERT INTO search_text (search_text, rowid, title, body, parts)
    SELECT 'delete', id, title, body, parts FROM search_content"""
FTS5_EMPTY = "INSERT INTO search_text (search_text) VALUES ('delete-all')"
FTS5_MERGE = "INSERT INTO search_text (search_text) VALUES ('optimize')"
VECTOR_ADD = """UPDATE search_content SET vector = setweight(to_tsvector('simple', title), 'A')
    || setweight(to_tsvector('simple', body), 'B') || setweight(to_tsvector('simple', parts), 'D')"""


def add(numbers: list[int]) -> None:
    """Make the content of these rows findable."""
    _run(f"{FTS5_ADD if _is_sqlite() else VECTOR_ADD} WHERE id IN ({_list(numbers)})", numbers)


def remove(numbers: list[int]) -> None:
    """Take the content of these rows out, before it is written over or deleted."""
    if _is_sqlite():  # on PostgreSQL the vector goes with its row
        _run(f"{FTS5_REMOVE} WHERE id IN ({_list(numbers)})", numbers)


def write_all() -> None:
    """Make everything findable anew, in the order of the row numbers."""
    with connection.cursor() as cursor:
        if _is_sqlite():
            cursor.execute(FTS5_EMPTY)
            cursor.execute(f"{FTS5_ADD} ORDER BY id")
            cursor.execute(FTS5_MERGE)
        else:
            cursor.execute(f"{VECTOR_ADD} WHERE vector IS NULL")


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"


def _list(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


def _run(sql: str, numbers: list[int]) -> None:
    if numbers:
        with connection.cursor() as cursor:
            cursor.execute(sql)
