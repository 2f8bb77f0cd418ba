"""Ordinary pages, contact, legal pages, Easy Language."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from deele.office import queries as office
from deele.website.blocks.bodies import Body, EasyBody
from deele.website.enums import Legal
from deele.website.models.base import BasePage


class StandardPage(BasePage):
    """An ordinary page; may have pages below it."""

    body = StreamField(Body(), verbose_name=_("parts"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    parent_page_types = ["website.HomePage", "website.StandardPage"]
    subpage_types = ["website.StandardPage"]
    template = "website/public/standard.html"

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        below = [{"label": page.title, "url": page.url} for page in self.get_children().live()] if self.numchild else []
        return {**super().get_context(request, *args, **kwargs), "below": below}


class ContactPage(BasePage):
    """How to reach the office; the address is that of the office, written once (desk, office)."""

    body = StreamField(Body(), verbose_name=_("parts"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    parent_page_types = ["website.HomePage"]
    subpage_types: list[str] = []
    template = "website/public/contact.html"
    in_footer = True

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "areas": office.areas()}


class LegalPage(BasePage):
    """Legal notice, privacy, accessibility statement."""

    role = models.CharField(_("which page the law asks for"), max_length=20, choices=Legal.choices, default=Legal.OTHER)
    checked_on = models.DateField(_("last checked on"), null=True, blank=True)
    body = StreamField(Body(), verbose_name=_("parts"), blank=True)
    enforcement = models.TextField(
        _("enforcement body"),
        blank=True,
        help_text=_("Whom people may turn to if we do not answer about a barrier: name, address, telephone, mail."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("role"),
        FieldPanel("checked_on"),
        FieldPanel("body"),
        FieldPanel("enforcement"),
    ]
    parent_page_types = ["website.HomePage"]
    subpage_types: list[str] = []
    template = "website/public/legal.html"
    in_footer = True

    class Meta:
        verbose_name = _("legal page")
        verbose_name_plural = _("legal pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "with_feedback": self.role == Legal.ACCESSIBILITY, "with_office": self.role == Legal.NOTICE}


class EasyLanguagePage(BasePage):
    """A page in Easy Language: short lines, larger type, a picture beside each thought."""

    body = StreamField(EasyBody(), verbose_name=_("sentences"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    parent_page_types = ["website.HomePage", "website.EasyLanguagePage"]
    subpage_types = ["website.EasyLanguagePage"]
    template = "website/public/easy.html"
    in_footer = True

    class Meta:
        verbose_name = _("page in Easy Language")
        verbose_name_plural = _("pages in Easy Language")
