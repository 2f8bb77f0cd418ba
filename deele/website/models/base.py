"""What every page has."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

HOME_DEPTH = 2


class BasePage(Page):
    """A page with a lead: one or two sentences that say what it is for."""

    lead = models.TextField(
        _("introduction"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences: what is this page for? Also shown by search engines."),
    )

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    in_footer = False

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "trail": self.trail()}

    def trail(self) -> list[dict[str, str]]:
        """Where the page stands, from the home page down."""
        above = self.get_ancestors().filter(depth__gt=HOME_DEPTH) if self.depth > HOME_DEPTH + 1 else []
        steps = [{"label": page.title, "url": page.url} for page in above]
        return [{"label": gettext("Home page"), "url": "/"}, *steps, {"label": self.title, "url": ""}]

    @property
    def summary(self) -> str:
        """The page in a sentence or two, for lists and search engines."""
        return self.search_description or self.lead

    def search_text(self) -> str:
        """All words of the page but its title."""
        parts = [self.lead]
        for field in self._meta.get_fields():
            if isinstance(field, StreamField):
                parts += field.get_searchable_content(getattr(self, field.name))
        return " ".join(str(part) for part in parts if part)
