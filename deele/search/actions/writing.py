"""Rows of the index, written in sets."""

import time
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

from deele.search.actions import analysis, fulltext
from deele.search.actions.analysis import Analysed
from deele.search.kinds import Document
from deele.search.models import Content, Feature, Row, SourceState, VocabularyWord
from deele.search.queries import versions, vocabulary

EPOCH = 1_767_225_600  # 2026-01-01: numbers are tenths of a second since then


def locked(source: str) -> SourceState:
    """The state of a source, made when new, locked until the transaction ends: versions commit in order."""
    state, _made = SourceState.objects.select_for_update().get_or_create(
        key=source, defaults={"number": fresh_number(), "version": time.time_ns()}
    )
    return state


def fresh_number() -> int:
    """A numbering nobody used before."""
    highest = SourceState.objects.order_by("-number").values_list("number", flat=True).first() or 0
    return max(highest + 1, int((time.time() - EPOCH) * 10))


def raised(state: SourceState) -> SourceState:
    """Raise the version and keep the state."""
    state.version = max(state.version + 1, time.time_ns())
    state.save(update_fields=["version", "number", "tail", "size"])
    return state


def put(source: str, documents: list[Document], *, searchable: bool = True, seen: set[str] | None = None) -> None:
    """Write documents of one source. Without `searchable` the full text is left to the renumbering that follows;
    `seen` holds the stems that this run already added to the vocabulary."""
    state = locked(source)
    latest = {document.ref: document for document in documents}
    version = max(state.version + 1, time.time_ns())
    known = _known(source, list(latest))
    ids = _ids(state, latest, known)
    moved = [number for ref, (number, _at) in known.items() if ids[ref] != number]
    if searchable:
        fulltext.remove([number for number, _at in known.values()])
    _bury(moved, version)
    analysed = {ref: analysis.analyse(document) for ref, document in latest.items()}
    _write(state, {ids[ref]: found for ref, found in analysed.items()}, version, searchable=searchable)
    _add_words(analysed.values(), seen if seen is not None else set())
    if searchable:
        fulltext.add([ids[ref] for ref in latest])
    raised(state)


def take_out(source: str, refs: list[str]) -> None:
    """Take documents out of one source."""
    state = locked(source)
    gone = [number for number, _at in _known(source, refs).values()]
    if not gone:
        return
    fulltext.remove(gone)
    _bury(gone, max(state.version + 1, time.time_ns()))
    raised(state)


def upsert(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows or write over those of the same id; both databases speak this SQL."""
    marks = ", ".join(["%s"] * len(columns))
    changes = ", ".join(f"{column} = excluded.{column}" for column in columns if column != "id")
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changes}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(sql, list(rows))


def _known(source: str, refs: list[str]) -> dict[str, tuple[int, int]]:
    """Row number and place on the curve of the documents that are in."""
    found = Row.objects.filter(source=source, ref__in=refs).values_list("ref", "id", "curve")
    return {ref: (number, curve) for ref, number, curve in found}


def _ids(state: SourceState, documents: dict[str, Document], known: dict[str, tuple[int, int]]) -> dict[str, int]:
    """A row number for each: the old one as long as the document did not move, else the next of the tail."""
    ids = {}
    for ref, document in documents.items():
        number, at = known.get(ref, (0, 0))
        if ref in known and at == analysis.curve(document.lat, document.lon):
            ids[ref] = number
            continue
        ids[ref] = state.base + state.size
        state.size += 1
    return ids


def _bury(numbers: list[int], version: int) -> None:
    """Leave only a mark that these rows are gone, so that other processes learn of it."""
    for number in numbers:
        Row.objects.filter(id=number).update(ref=f"~{number}", gone=True, changed=version, facets="", places="")
    Content.objects.filter(id__in=numbers).delete()
    Feature.objects.filter(id__in=numbers).delete()


ROW = ("id", "source", "ref", "lat", "lon", "curve", "rank", "facets", "places", "title_key", "gone", "changed")
CONTENT = ("id", "ref", "title", "body", "parts", "joined", "data")
FEATURE = ("id", "text")


def _write(state: SourceState, found: dict[int, Analysed], version: int, *, searchable: bool) -> None:
    words = vocabulary.for_writing(versions.states()) if searchable else None
    upsert(Row._meta.db_table, ROW, [_row(number, each, version) for number, each in found.items()])
    upsert(Content._meta.db_table, CONTENT, [_content(number, each, words) for number, each in found.items()])
    texts = {number: analysis.feature_text(each.document) for number, each in found.items()}
    upsert(Feature._meta.db_table, FEATURE, [(number, text) for number, text in texts.items() if text])
    bare = [number for number, text in texts.items() if not text]
    if bare:
        Feature.objects.filter(id__in=bare).delete()


def _row(number: int, found: Analysed, version: int) -> tuple[Any, ...]:
    document = found.document
    located = document.lat is not None and document.lon is not None
    return (
        number,
        document.source,
        document.ref,
        document.lat if located else None,
        document.lon if located else None,
        analysis.curve(document.lat, document.lon),
        min(1.0, max(0.0, document.rank)),
        analysis.facet_lines(document),
        "\n".join(document.place_keys),
        analysis.title_key(found),
        False,
        version,
    )


def _content(number: int, found: Analysed, words: vocabulary.Vocabulary | None) -> tuple[Any, ...]:
    parts = analysis.part_column(found.title, found.body, found.joined, words) if words else ""
    data = analysis.data_text(found.document)
    return (
        number,
        found.document.ref,
        " ".join(found.title),
        " ".join(found.body),
        parts,
        " ".join(found.joined),
        data,
    )


def _add_words(analysed: Iterable[Analysed], seen: set[str]) -> None:
    fresh: dict[str, str] = {}
    for found in analysed:
        fresh |= {token: word for token, word in found.words.items() if token not in seen}
    seen.update(fresh)
    table = VocabularyWord._meta.db_table
    sql = f"INSERT INTO {table} (stem, word, documents) VALUES (%s, %s, 1) ON CONFLICT (stem) DO NOTHING"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.executemany(sql, [(token[:64], word[:80]) for token, word in sorted(fresh.items())])
