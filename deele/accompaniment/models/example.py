"""The draft of a good example that a plan leaves behind (domain §4.12)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.models.plans import A_PLAN, Plan
from deele.core.models import BaseModel


class GoodExample(BaseModel):
    """How it came about, put together from the plan; on the page of its entry once it is released."""

    plan = models.OneToOneField(Plan, models.CASCADE, related_name="example", verbose_name=A_PLAN)
    title = models.CharField(_("title"), max_length=200)
    started_by = models.TextField(_("who started it"), blank=True)
    steps = models.TextField(_("how it came about"), blank=True)
    partners = models.TextField(_("who took part"), blank=True)
    duration = models.CharField(_("how long it took"), max_length=200, blank=True)
    lessons = models.TextField(_("what was learnt"), blank=True)
    released = models.BooleanField(_("on the page of the entry"), default=False)

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("draft of a good example")
        verbose_name_plural = _("drafts of good examples")

    def __str__(self) -> str:
        return self.title
