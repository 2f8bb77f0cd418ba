"""Examples and articles as pieces of a newsletter and of an answer."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from deele.core.freshness import as_day
from deele.library.models import Article, Example
from deele.library.queries import example_page
from deele.mail.kinds import Piece, Wish

EXAMPLE, ARTICLE = "library.example:", "library.article:"


def examples(wish: Wish) -> list[Piece]:
    """Examples that became public in the time asked for, the newest first."""
    rows = narrowed(Example.objects.public().select_related("place"), wish, "summary")
    return [of_example(row) for row in rows.order_by("-public_since")[: wish.limit]]


def articles(wish: Wish) -> list[Piece]:
    """Articles that became public in the time asked for, the newest first."""
    rows = narrowed(Article.objects.public(), wish, "summary")
    return [of_article(row) for row in rows.order_by("-public_since")[: wish.limit]]


def narrowed(rows: Any, wish: Wish, *texts: str) -> Any:
    """By time and words."""
    if wish.since:
        rows = rows.filter(public_since__gte=midnight(wish.since))
    if wish.until:
        rows = rows.filter(public_since__lt=midnight(wish.until + timedelta(days=1)))
    if wish.text:
        found = Q(title__icontains=wish.text)
        for name in texts:
            found |= Q(**{f"{name}__icontains": wish.text})
        rows = rows.filter(found)
    return rows


def midnight(day: date) -> datetime:
    """The beginning of a day here."""
    return timezone.make_aware(datetime.combine(day, time()))


def of_example(row: Example) -> Piece:
    """One example."""
    place = row.place
    return Piece(
        ref=f"{EXAMPLE}{row.pk}", title=row.title, url=row.get_absolute_url(), text=row.summary,
        day=as_day(row.public_since), when=example_page.started(row), where=str(place) if place else "",
        place_keys=(place.key, *place.ancestor_keys) if place else (), topics=tuple(row.themes),
    )  # fmt: skip


def of_article(row: Article) -> Piece:
    """One article."""
    return Piece(
        ref=f"{ARTICLE}{row.pk}", title=row.title, url=row.get_absolute_url(), text=row.summary,
        day=as_day(row.public_since), when=str(row.get_kind_display()), topics=tuple(row.themes),
    )  # fmt: skip


def examples_by_refs(refs: Iterable[str]) -> dict[str, Piece]:
    """The present state of these examples; what is no longer public is gone."""
    rows = Example.objects.public().filter(pk__in=numbers(refs, EXAMPLE)).select_related("place")
    return {f"{EXAMPLE}{row.pk}": of_example(row) for row in rows}


def articles_by_refs(refs: Iterable[str]) -> dict[str, Piece]:
    """The present state of these articles; what is no longer public is gone."""
    rows = Article.objects.public().filter(pk__in=numbers(refs, ARTICLE))
    return {f"{ARTICLE}{row.pk}": of_article(row) for row in rows}


def numbers(refs: Iterable[str], before: str) -> list[int]:
    """The row numbers in references of one kind."""
    found = [ref.removeprefix(before) for ref in refs if ref.startswith(before)]
    return [int(number) for number in found if number.isascii() and number.isdigit()]
