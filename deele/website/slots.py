"""What the website offers: the news of the office to newsletters, the links of its pages to the library."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Page

from deele.core.dates import in_words
from deele.library.kinds.links import TextWithLinks, link_sources
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


class PagesWithLinks:
    """Public pages of the CMS, with all that stands in their parts."""

    key = "pages"
    title = _("Pages")

    def texts(self) -> Iterator[TextWithLinks]:
        """Each page; the raw parts hold addresses as the editor wrote them."""
        for page in Page.objects.live().public().filter(depth__gt=1).specific().iterator():
            fields = [field.name for field in page._meta.get_fields() if isinstance(field, StreamField)]
            words = [str(getattr(page, "lead", ""))]
            for name in fields:
                words += strings(list(getattr(page, name).raw_data))
            yield TextWithLinks(f"page:{page.pk}", page.title, page.url or "", " ".join(words))


def strings(value: Any) -> Iterator[str]:
    """Every text in a nest of lists and dictionaries."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, Iterable):
        for one in value:
            yield from strings(one)


sources.add(News.key, News(), rank=10)
link_sources.add(PagesWithLinks.key, PagesWithLinks(), rank=50)
