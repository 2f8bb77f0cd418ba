"""The home page: a place first, then three doors, then what is alive today."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from deele.directory.enums import Block
from deele.directory.models import Entry
from deele.directory.queries import cards, documents
from deele.search import queries as search
from deele.search.kinds import Hit, Query
from deele.website.blocks.bodies import Body, Doors
from deele.website.models.base import BasePage
from deele.website.models.news import NewsPage

NEWEST, NEWS = 6, 3


class HomePage(BasePage):
    """One for each site."""

    greeting = models.CharField(_("greeting"), max_length=120, help_text=_("The largest line of the page."))
    hint = models.CharField(
        _("example for the place box"), max_length=120, blank=True, help_text=_("For example: Verden, 31134 or Otersen")
    )
    doors = StreamField(Doors(), verbose_name=_("doors"), blank=True, max_num=4)
    easy_note = models.CharField(_("line that leads to Easy Language"), max_length=120, blank=True)
    body = StreamField(Body(), verbose_name=_("parts"), blank=True)

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("greeting"), FieldPanel("lead"), FieldPanel("hint"), FieldPanel("easy_note")], _("Entrance")
        ),
        FieldPanel("doors"),
        FieldPanel("body"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    template = "website/public/home.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context(request, *args, **kwargs),
            "figures": figures(),
            "newest": newest(),
            "news": NewsPage.objects.newest().descendant_of(self)[:NEWS],
        }


def figures() -> list[dict[str, Any]]:
    """How many public entries each building block has, as the search counts them; every figure leads to its list."""
    counted = dict(search.search(Query(source=documents.SOURCE, limit=0, nearest_wanted=False)).facets.get("block", []))
    return [{"block": key, "label": label, "number": counted.get(key, 0)} for key, label in Block.choices]


def newest() -> list[cards.Card]:
    """The entries that became public last."""
    found = Entry.objects.public().select_related("place__parent").order_by("-public_since", "-pk")[:NEWEST]
    hits = [Hit(ref=str(entry.pk), score=0.0, distance_km=None, data=documents.row(entry)) for entry in found]
    return cards.cards(hits, timezone.localdate())
