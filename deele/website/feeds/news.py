"""News as RSS."""

from datetime import datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.office import queries as office
from deele.website.models import NewsPage

LENGTH = 20


class NewsFeed(Feed):
    """The newest news of the office."""

    link = "/aktuelles/"
    feed_url = "/aktuelles/feed/"

    def title(self) -> str:
        here = office.the_office()
        return _("News: %(office)s") % {"office": here.name if here else "Deele"}

    def description(self) -> str:
        here = office.the_office()
        return here.claim if here else ""

    def items(self) -> Any:
        return NewsPage.objects.newest()[:LENGTH]

    def item_title(self, item: NewsPage) -> str:
        return item.title

    def item_description(self, item: NewsPage) -> str:
        return item.lead

    def item_link(self, item: NewsPage) -> str:
        return item.url or "/"

    def item_pubdate(self, item: NewsPage) -> datetime:
        return timezone.make_aware(datetime.combine(item.day, time(8)))

    def item_categories(self, item: NewsPage) -> list[str]:
        return [item.area.name] if item.area else []

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = "public, max-age=600"
        return response
