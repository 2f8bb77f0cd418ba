"""Examples and articles as subjects: who writes on the same for the same place should know of each other."""

from collections.abc import Iterable

from deele.library.enums.articles import ArticleState
from deele.library.enums.examples import ExampleState
from deele.library.models import Article, Example
from deele.likeness.kinds import Subject, numbers

EXAMPLE, ARTICLE = "library.example", "library.article"
TEXTS = frozenset({EXAMPLE, ARTICLE, "library.publication"})  # what tells of things resembles other texts only


def ref(row: Example | Article) -> str:
    """How the engine calls it."""
    return f"{EXAMPLE if isinstance(row, Example) else ARTICLE}:{row.pk}"


def counts(row: Example | Article) -> bool:
    """Whether it is written or public; what was taken off the website resembles nobody any more."""
    return row.state not in (ExampleState.WITHDRAWN, ArticleState.WITHDRAWN)


def subject(row: Example | Article) -> Subject:
    """What others could be writing too."""
    return example(row) if isinstance(row, Example) else article(row)


def example(row: Example) -> Subject:
    """An example."""
    place = row.place
    return Subject(
        ref=ref(row), title=row.title, text=" ".join((row.summary, row.situation, row.solution)),
        themes=tuple(row.themes), groups=tuple(row.target_groups),
        place_keys=(place.key, *place.ancestor_keys) if place else (),
    )  # fmt: skip


def article(row: Article) -> Subject:
    """An article or a checklist."""
    return Subject(
        ref=ref(row), title=row.title, text=row.summary, themes=tuple(row.themes), groups=tuple(row.target_groups)
    )


def examples(refs: Iterable[str] | None = None) -> Iterable[Subject]:
    """Examples that are written or public, or those of these references."""
    rows = Example.objects.exclude(state=ExampleState.WITHDRAWN).select_related("place").order_by("pk")
    for row in rows if refs is None else rows.filter(pk__in=numbers(EXAMPLE, refs)):
        yield example(row)


def articles(refs: Iterable[str] | None = None) -> Iterable[Subject]:
    """Texts that are written or public, or those of these references."""
    rows = Article.objects.exclude(state=ArticleState.WITHDRAWN).order_by("pk")
    for row in rows if refs is None else rows.filter(pk__in=numbers(ARTICLE, refs)):
        yield article(row)
