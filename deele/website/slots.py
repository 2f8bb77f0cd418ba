"""What the website offers to newsletters: the news of the office."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.core.dates import in_words
from deele.mail.kinds import Piece, Wish, sources
from deele.website.models import NewsPage


class News:
    """Public news, newest first."""

    key = "news"
    title = _("News")

    def pieces(self, wish: Wish, today: date) -> list[Piece]:
        found = NewsPage.objects.newest()
        if wish.since:
            found = found.filter(day__gte=wish.since)
        if wish.until:
            found = found.filter(day__lte=wish.until)
        if wish.area_key:
            found = found.filter(Q(area=None) | Q(area__key=wish.area_key))
        if wish.text:
            found = found.filter(title__icontains=wish.text)
        return [piece(page) for page in found[: wish.limit]]

    def by_refs(self, refs: Iterable[str]) -> dict[str, Piece]:
        numbers = [ref.partition(":")[2] for ref in refs if ref.startswith("website.newspage:")]
        rows = NewsPage.objects.newest().filter(pk__in=[int(one) for one in numbers if one.isdigit()])
        return {f"website.newspage:{page.pk}": piece(page) for page in rows}


def piece(page: NewsPage) -> Piece:
    """A piece of news as it may stand in a newsletter."""
    return Piece(
        ref=f"website.newspage:{page.pk}",
        title=page.title,
        url=page.url or "",
        text=page.summary,
        day=page.day,
        when=in_words(page.day),
        area_key=page.area.key if page.area else "",
    )


sources.add(News.key, News(), rank=10)
