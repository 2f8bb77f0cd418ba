"""An old list on its way in: each row with its proof of consent and a verdict, before anything is written."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.newsletter.enums import ListState, Verdict
from deele.office.models import Area


class ListImport(BaseModel):
    """One list somebody sent in. Its rows are deleted a month later; the counts stay."""

    name = models.CharField(_("file name"), max_length=200)
    area = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("newsletter where a row names none"),
    )
    state = models.CharField(_("state"), max_length=12, choices=ListState.choices, default=ListState.CHECKED)
    notes = models.JSONField(_("notes"), default=list)
    total = models.PositiveIntegerField(_("rows"), default=0)
    counts = models.JSONField(_("what became of the rows"), default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    applied_at = models.DateTimeField(_("taken over at"), null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("list of subscribers")
        verbose_name_plural = _("lists of subscribers")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("newsletter:desk-import", args=[self.pk])


class ListRow(models.Model):
    """One row of the list as it was read, and what may be done with it."""

    batch = models.ForeignKey(ListImport, models.CASCADE, related_name="rows", verbose_name=_("list"))
    number = models.PositiveIntegerField(_("row"))
    email = models.CharField(_("e-mail address"), max_length=254, blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    areas = models.JSONField(_("keys of the newsletters"), default=list)
    unknown_areas = models.CharField(_("names of newsletters we do not have"), max_length=200, blank=True)
    proof_on = models.DateField(_("day of the consent"), null=True, blank=True)
    proof_way = models.CharField(_("how it was given"), max_length=120, blank=True)
    proof_text = models.TextField(_("text of the consent"), blank=True)
    verdict = models.CharField(_("verdict"), max_length=12, choices=Verdict.choices)

    class Meta:
        ordering = ["number"]
        verbose_name = _("row of a list of subscribers")
        verbose_name_plural = _("rows of lists of subscribers")
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="newsletter_list_row_once")]
        indexes = [models.Index(fields=["batch", "verdict", "number"], name="newsletter_list_verdict")]

    def __str__(self) -> str:
        return f"{self.batch_id}/{self.number}"
