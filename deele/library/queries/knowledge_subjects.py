"""Examples and articles as subjects: who writes on the same for the same place should know of each other."""

from collections.abc import Iterable

from deele.library.enums.articles import ArticleState
from deele.library.enums.examples import ExampleState
from deele.library.models import Article, Example
from deele.likeness.kinds import Subject

EXAMPLE, ARTICLE = "library.example", "library.article"


def examples(refs: Iterable[str] | None = None) -> Iterable[Subject]:
    """Examples that are written or public, or those of these references."""
    rows = Example.objects.exclude(state=ExampleState.WITHDRAWN).select_related("place")
    for row in rows if refs is None else rows.filter(pk__in=numbers(refs, EXAMPLE)):
        place = row.place
        yield Subject(
            ref=f"{EXAMPLE}:{row.pk}", title=row.title, text=" ".join((row.summary, row.situation, row.solution)),
            themes=tuple(row.themes), groups=tuple(row.target_groups),
            place_keys=(place.key, *reversed(place.ancestor_keys)) if place else (),
        )  # fmt: skip


def articles(refs: Iterable[str] | None = None) -> Iterable[Subject]:
    """Texts that are written or public, or those of these references."""
    rows = Article.objects.exclude(state=ArticleState.WITHDRAWN)
    for row in rows if refs is None else rows.filter(pk__in=numbers(refs, ARTICLE)):
        yield Subject(
            ref=f"{ARTICLE}:{row.pk}", title=row.title, text=row.summary, themes=tuple(row.themes),
            groups=tuple(row.target_groups),
        )  # fmt: skip


def numbers(refs: Iterable[str], kind: str) -> list[int]:
    """The row numbers in references of one kind."""
    found = [ref.partition(":") for ref in refs]
    return [int(number) for key, _colon, number in found if key == kind and number.isascii() and number.isdigit()]
