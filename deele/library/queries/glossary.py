"""The glossary: its pages, and the hints the whole interface asks for."""

from typing import Any

from django.core.cache import cache
from django.db import transaction

from deele.core.text import fold
from deele.library.models import Term
from deele.ui.hints import Hint

KEPT, SECONDS = "library.hints", 600


def hints() -> dict[str, Hint]:
    """All words by their key, kept in memory for some minutes: one query for many pages."""
    known: dict[str, Hint] | None = cache.get(KEPT)
    if known is None:
        rows = Term.objects.order_by().values_list("key", "word", "short", "difference")
        known = {
            key: Hint(word, " ".join(filter(None, (short, difference))), way(key))
            for key, word, short, difference in rows
        }
        cache.set(KEPT, known, SECONDS)
    return known


def hint(key: str) -> Hint | None:
    """One of them. Keys of the house's own lists write “_” where an address writes “-”."""
    return hints().get(key.replace("_", "-"))


def way(key: str) -> str:
    """The page of a word."""
    return Term(key=key).get_absolute_url()


def forget_kept() -> None:
    """After a change: the next page asks anew; once more after the commit, for those who asked in between."""
    cache.delete(KEPT)
    transaction.on_commit(lambda: cache.delete(KEPT))


def words() -> list[str]:
    """All words that can be explained, for the reading hint."""
    return [one.word for one in hints().values()]


def page(text: str) -> dict[str, Any]:
    """The glossary by first letters; with a text, the words in which it stands."""
    rows = list(Term.objects.order_by("word").prefetch_related("confused_with"))
    wanted = fold(text).split()
    found = [row for row in rows if all(word in searched(row) for word in wanted)]
    letters: dict[str, list[Term]] = {}
    for row in sorted(found, key=lambda one: fold(one.word)):
        letters.setdefault(initial(row.word), []).append(row)
    return {"letters": letters, "text": text, "total": len(found), "is_empty": not rows}


def searched(term: Term) -> str:
    """Where the search looks."""
    return fold(" ".join((term.word, term.short, term.synonyms)))


def initial(word: str) -> str:
    """The letter a word stands under."""
    return fold(word)[:1].upper() or "#"


def term_page(term: Term) -> dict[str, Any]:
    """One word with its neighbours."""
    return {"term": term, "others": list(term.confused_with.order_by("word")), "synonyms": term.synonym_list}
