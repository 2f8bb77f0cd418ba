"""Addresses of other sites that stand in our texts, and where they stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.library.enums.link import LinkState


class Link(models.Model):
    """One address. It is dead after it failed on three different days; one success clears it."""

    url = models.URLField(_("address"), max_length=1000, unique=True)
    host = models.CharField(_("site"), max_length=255)
    state = models.CharField(_("state"), max_length=16, choices=LinkState.choices, default=LinkState.UNCHECKED)
    checked_at = models.DateTimeField(_("checked at"), null=True)
    failed_days = models.PositiveSmallIntegerField(_("days it failed on"), default=0)
    failed_on = models.DateField(_("failed last on"), null=True)
    answer = models.CharField(pgettext_lazy("link", "what came back"), max_length=120, blank=True)
    moved_to = models.CharField(_("moved to"), max_length=1000, blank=True)

    class Meta:
        ordering = ["host", "url"]
        verbose_name = _("link to another site")
        verbose_name_plural = _("links to other sites")
        indexes = [models.Index(fields=["checked_at", "id"], name="link_by_check")]

    def __str__(self) -> str:
        return self.url


class LinkUse(models.Model):
    """Where an address stands. Links into this house have an address and no `link`: they say what is used where."""

    link = models.ForeignKey(Link, models.CASCADE, null=True, related_name="uses", verbose_name=_("link"))
    path = models.CharField(_("address in this house"), max_length=500, blank=True)
    source = models.CharField(_("kind of text"), max_length=40)
    ref = models.CharField(_("reference"), max_length=80)
    title = models.CharField(_("title"), max_length=250)
    url = models.CharField(_("where it stands"), max_length=500)

    class Meta:
        ordering = ["source", "title", "pk"]
        verbose_name = _("place of a link")
        verbose_name_plural = _("places of links")
        indexes = [models.Index(fields=["path"], name="link_use_by_path")]

    def __str__(self) -> str:
        return self.title
