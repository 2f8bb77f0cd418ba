"""Dealing the rows of a source out anew: Z-order, compounds by today's words, counted vocabulary, no gone rows."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db import connection

from deele.search.actions import analysis, fulltext, writing
from deele.search.models import SPAN_BITS, Content, Feature, Row, SourceState, VocabularyWord
from deele.search.queries.vocabulary import Vocabulary

BATCH = 1000
TAIL = 2000
TAIL_SHARE = 0.05


def is_due(source: str) -> bool:
    """Whether so many rows lie in the tail that areas are no longer found by their order."""
    state = SourceState.objects.get(key=source)
    return state.size - state.tail > max(TAIL, TAIL_SHARE * state.tail)


def clear(source: str) -> None:
    """Take everything out of a source. The full text is left to the renumbering that must follow."""
    state = writing.locked(source)
    Row.objects.filter(source=source).delete()
    for model in (Content, Feature):
        model.objects.filter(id__range=_range(state)).delete()
    state.number, state.tail, state.size = writing.fresh_number(), 0, 0
    writing.raised(state)


def renumber(source: str) -> None:
    """Deal the rows of a source out anew."""
    state = writing.locked(source)
    before = _range(state)
    words = _counted()
    state.number = writing.fresh_number()
    rows = _in_order(source)
    state.tail = state.size = len(rows)
    version = writing.raised(state).version
    numbers = [row[0] for row in rows]
    Row.objects.filter(source=source).delete()
    columns = writing.ROW
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        fresh = [(state.base + start + at, *row[1:-1], version) for at, row in enumerate(batch)]
        writing.upsert(Row._meta.db_table, columns, fresh)
        _move(numbers[start : start + BATCH], state.base + start, words)
    for model in (Content, Feature):
        model.objects.filter(id__range=before).delete()
    fulltext.write_all()


def _range(state: SourceState) -> tuple[int, int]:
    return state.base, state.base + (1 << SPAN_BITS) - 1


def _in_order(source: str) -> list[tuple[Any, ...]]:
    """The living rows along the Z-curve."""
    rows = list(Row.objects.filter(source=source, gone=False).values_list(*writing.ROW))
    curve = writing.ROW.index("curve")
    return sorted(rows, key=lambda row: (row[curve], row[0]))


def _move(old: list[int], first: int, words: Vocabulary) -> None:
    """Write content and features of these rows under their new numbers."""
    contents = {row[0]: row for row in Content.objects.filter(id__in=old).values_list(*writing.CONTENT)}
    features = dict(Feature.objects.filter(id__in=old).values_list("id", "text"))
    moved = []
    for at, number in enumerate(old):
        _number, ref, title, body, _parts, joined, data = contents[number]
        parts = analysis.part_column(title.split(), body.split(), joined.split(), words)
        moved.append((first + at, ref, title, body, parts, joined, data))
    writing.upsert(Content._meta.db_table, writing.CONTENT, moved)
    texts = [(first + at, features[number]) for at, number in enumerate(old) if number in features]
    writing.upsert(Feature._meta.db_table, writing.FEATURE, texts)


def _counted() -> Vocabulary:
    """Count the stems of all sources anew; words that left the index leave the vocabulary."""
    counts: Counter[str] = Counter()
    for title, body, joined in _contents():
        counts.update({*title.split(), *body.split(), *joined.split()})
    written = dict(VocabularyWord.objects.values_list("stem", "word"))
    VocabularyWord.objects.all().delete()
    rows = [(token[:64], written.get(token, token)[:80], count) for token, count in counts.items()]
    table = VocabularyWord._meta.db_table
    sql = f"INSERT INTO {table} (stem, word, documents) VALUES (%s, %s, %s) ON CONFLICT (stem) DO NOTHING"  # noqa: S608
    with connection.cursor() as cursor:
        waiting = iter(rows)
        while batch := list(islice(waiting, BATCH)):
            cursor.executemany(sql, batch)
    words = Vocabulary(words={token: (count, word) for token, word, count in rows})
    words.learn_pairs()
    return words


def _contents() -> Iterator[tuple[str, str, str]]:
    return Content.objects.values_list("title", "body", "joined").iterator(chunk_size=BATCH)
