"""Examples, articles and words of the glossary as the search index sees them: only what everybody may read."""

from collections.abc import Iterator
from typing import Any

from deele.library.models import Article, Example, Term
from deele.library.queries.words import titles
from deele.library.rules import marks
from deele.office.enums import Theme
from deele.search.kinds import Document

SOURCE = "knowledge"
Told = Example | Article | Term


def ref(row: Told) -> str:
    """Its name in the index."""
    return f"{row._meta.model_name}:{row.pk}"


def document(row: Told) -> Document:
    """What the index keeps of it."""
    if isinstance(row, Example):
        return of_example(row)
    return of_article(row) if isinstance(row, Article) else of_term(row)


def of_example(row: Example) -> Document:
    """All public parts of an example, and where it is."""
    parts = (
        row.summary, row.situation, row.solution, row.how_started, row.municipality_role, row.partners, row.financing,
        row.hurdles, row.differently, row.effects, str(row.get_started_by_display()), *titles(Theme, row.themes),
        row.place.name if row.place else "",
    )  # fmt: skip
    keys = [row.place.key, *row.place.ancestor_keys] if row.place else []
    return Document(
        source=SOURCE, ref=ref(row), title=row.title, text=" ".join(filter(None, parts)), place_keys=keys,
        facets={"kind": ["example"], "theme": list(row.themes), "starter": [row.started_by]},
        data=data(row, row.summary, str(row._meta.verbose_name)),
    )  # fmt: skip


def of_article(row: Article) -> Document:
    """Summary and text of an article."""
    text = " ".join(filter(None, (row.summary, marks.as_text(row.body), *titles(Theme, row.themes))))
    return Document(
        source=SOURCE, ref=ref(row), title=row.title, text=text,
        facets={"kind": [row.kind], "theme": list(row.themes)},
        data=data(row, row.summary, str(row.get_kind_display())),
    )  # fmt: skip


def of_term(row: Term) -> Document:
    """A word with its other words: who types one of them finds it."""
    text = " ".join(filter(None, (row.short, row.text, row.difference, *row.synonym_list)))
    return Document(
        source=SOURCE, ref=ref(row), title=row.word, text=text, facets={"kind": ["term"]},
        data=data(row, row.short, str(row._meta.verbose_name)),
    )  # fmt: skip


def data(row: Told, text: str, kind: str) -> dict[str, Any]:
    """What a list of hits shows."""
    return {"title": str(row), "url": row.get_absolute_url(), "text": text, "kind": kind}


def is_public(row: Told) -> bool:
    """Whether it belongs into the index; the glossary always does."""
    return isinstance(row, Term) or row.is_public


def all_documents() -> Iterator[Document]:
    """Everything public."""
    for example in Example.objects.public().select_related("place").order_by("pk"):
        yield of_example(example)
    for article in Article.objects.public().order_by("pk"):
        yield of_article(article)
    for term in Term.objects.order_by("pk"):
        yield of_term(term)
