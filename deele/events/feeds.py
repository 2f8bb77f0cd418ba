"""Events as a feed: what was announced last comes first."""

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from deele.events.forms.calendar import understand
from deele.events.models import Event
from deele.events.queries import calendar_page, elsewhere, words
from deele.events.queries.calendar import Asked

LENGTH = 30


class EventFeed(Feed):
    """The newest announcements, with the filters of the address. Atom, because it tells "changed" from "new"."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> tuple[Asked, str]:
        return understand(request.GET), calendar_page.only_filters(request.GET)

    def title(self, obj: tuple[Asked, str]) -> str:
        return elsewhere.title_of()

    def link(self, obj: tuple[Asked, str]) -> str:
        return reverse("events:calendar") + obj[1]

    def feed_url(self, obj: tuple[Asked, str]) -> str:
        return reverse("events:feed") + obj[1]

    def items(self, obj: tuple[Asked, str]) -> list[Event]:
        return elsewhere.newest(obj[0], timezone.now(), LENGTH)

    def item_title(self, item: Event) -> str:
        return item.full_title

    def item_description(self, item: Event) -> str:
        parts = (words.of_days(list(item.days.all())), words.where(item), item.short_text)
        return ". ".join(part for part in parts if part)

    def item_pubdate(self, item: Event) -> datetime:
        return item.public_since or item.created_at

    def item_updateddate(self, item: Event) -> datetime:
        return item.updated_at

    def item_categories(self, item: Event) -> list[str]:
        return [str(item.get_kind_display())]

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = "public, max-age=600"
        return response
