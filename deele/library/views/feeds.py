"""New publications as an Atom feed."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from deele.library.models import Publication

LENGTH = 30


class PublicationFeed(Feed):
    """What was published last comes first."""

    feed_type = Atom1Feed

    def title(self) -> str:
        return _("New in the library")

    def link(self) -> str:
        return reverse("library:list")

    def feed_url(self) -> str:
        return reverse("library:feed")

    def items(self) -> QuerySet[Publication]:
        return Publication.objects.public().prefetch_related("authors").order_by("-published_at", "-pk")[:LENGTH]

    def item_title(self, item: Publication) -> str:
        return item.full_title

    def item_description(self, item: Publication) -> str:
        return item.line

    def item_author_name(self, item: Publication) -> str:
        return ", ".join(author.name for author in item.authors.all()) or item.publisher

    def item_pubdate(self, item: Publication) -> datetime:
        return item.published_at or item.created_at

    def item_updateddate(self, item: Publication) -> datetime:
        return item.updated_at

    def item_categories(self, item: Publication) -> list[str]:
        return [str(item.get_kind_display())]

    def __call__(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = "public, max-age=600"
        return response
