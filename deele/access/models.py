"""Grants: who has which role, where, and until when."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.access.enums import ROLES
from deele.core.models import BaseModel
from deele.office.models import Area


class GrantQuerySet(models.QuerySet["Grant"]):
    """Grants by time."""

    def valid_on(self, day: date) -> "GrantQuerySet":
        """Grants in force on that day, both ends included; one that was ended by hand is over at once."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day, ended_at=None)

    def not_over(self, day: date) -> "GrantQuerySet":
        """Grants in force on that day or later."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), ended_at=None)


class Grant(BaseModel):
    """A role given to a person; without an area it holds everywhere."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="grants", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=30, choices=[(role.key, role.title) for role in ROLES.values()])
    area = models.ForeignKey(Area, models.CASCADE, null=True, blank=True, verbose_name=_("area of work"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("granted by")
    )
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("ended by"),
        editable=False,
    )

    objects = GrantQuerySet.as_manager()

    class Meta:
        ordering = ["user", "role", "pk"]
        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")), name="grant_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        where = f" ({self.area})" if self.area_id else ""
        return f"{self.user}: {self.get_role_display()}{where}"
