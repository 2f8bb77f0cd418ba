"""News of the office."""

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet

from deele.office.models import Area
from deele.website.blocks.bodies import Body
from deele.website.models.base import BasePage

PER_PAGE = 10


class NewsQuerySet(PageQuerySet):
    """News, newest first."""

    def newest(self) -> "NewsQuerySet":
        """What is public, with its area of work."""
        return self.live().select_related("area").order_by("-day", "-pk")


NewsManager = PageManager.from_queryset(NewsQuerySet)


class NewsPage(BasePage):
    """One piece of news. The lead is its teaser."""

    day = models.DateField(_("date"), default=timezone.localdate)
    area = models.ForeignKey(
        Area, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("area of work")
    )
    body = StreamField(Body(), verbose_name=_("parts"), blank=True)

    objects = NewsManager()
    content_panels = [*BasePage.content_panels, FieldPanel("day"), FieldPanel("area"), FieldPanel("body")]
    parent_page_types = ["website.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "website/public/news.html"

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")


class NewsIndexPage(BasePage):
    """All news, newest first, ten a page."""

    parent_page_types = ["website.HomePage"]
    subpage_types = ["website.NewsPage"]
    template = "website/public/news_index.html"
    content_panels = [*Page.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        rows = NewsPage.objects.newest().descendant_of(self)
        page = Paginator(rows, PER_PAGE).get_page(request.GET.get("seite"))
        return {**super().get_context(request, *args, **kwargs), "rows": page}
