"""An order of printed copies."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.core.models import BaseModel
from deele.library.enums.publication import OrderState
from deele.library.models.publication import Publication


class PrintOrder(BaseModel):
    """Who wants how many copies and where they go. What is ordered leaves the stock at once.

    Name and address are deleted some weeks after `ended_on` (privacy.py); how many copies went out is still counted.
    """

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="orders", verbose_name=_("publication"))
    copies = models.PositiveSmallIntegerField(pgettext_lazy("order", "copies"))
    name = models.CharField(_("name"), max_length=120, blank=True)
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    street = models.CharField(_("street and number"), max_length=160, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    town = models.CharField(_("town"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    note = models.CharField(_("message to us"), max_length=500, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=OrderState.choices, default=OrderState.NEW)
    ordered_at = models.DateTimeField(_("ordered at"))
    ended_on = models.DateField(_("done on"), null=True, blank=True)
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    class Meta:
        ordering = ["state", "ordered_at", "pk"]
        verbose_name = _("order of printed copies")
        verbose_name_plural = _("orders of printed copies")
        indexes = [models.Index(fields=["state", "ordered_at"], name="print_order_by_state")]
        constraints = [models.CheckConstraint(condition=Q(copies__gte=1), name="print_order_of_something")]

    def __str__(self) -> str:
        return f"{self.copies} × {self.publication}"
