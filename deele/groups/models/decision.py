"""The register of decisions: one row for each decision in confirmed minutes, with a number in its year."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.alliance.models import Delegate
from deele.core.models import BaseModel
from deele.groups.enums.sessions import Release
from deele.groups.models.group import WorkingGroup
from deele.groups.models.minutes import MinutesItem


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions by who asks. What a group that is not public decided stays in the group, whatever its session says."""

    def public(self) -> "DecisionQuerySet":
        """Those everybody may read."""
        return self.filter(group__is_public=True, item__session__release=Release.PUBLIC)

    def of(self, delegate: Delegate) -> "DecisionQuerySet":
        """Those of one's own groups, and those released for all members."""
        mine = WorkingGroup.objects.of(delegate).values("pk")
        released = Q(group__is_public=True, item__session__release__in=(Release.ALLIANCE, Release.PUBLIC))
        return self.filter(released | Q(group__in=mine))

    def visible_to(self, user: Any) -> "DecisionQuerySet":
        """All for people of the office who look after the alliance, else the public ones."""
        return self if access.can(user, Permission.ALLIANCE_WORK) else self.public()


class Decision(BaseModel):
    """A decision with its number ("12/2026"). What it says stands in its item of the minutes, which is closed."""

    item = models.OneToOneField(MinutesItem, models.PROTECT, related_name="decision", verbose_name=_("item of minutes"))
    group = models.ForeignKey(WorkingGroup, models.PROTECT, related_name="decisions", verbose_name=_("working group"))
    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveIntegerField(_("number"))
    decided_on = models.DateField(_("decided on"))
    stems = models.TextField(editable=False, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "-number"]
        verbose_name = _("decision of a working group")
        verbose_name_plural = _("decisions of working groups")
        constraints = [models.UniqueConstraint(fields=["year", "number"], name="decision_number_once")]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"

    def get_absolute_url(self) -> str:
        return reverse("groups:decision", args=[self.pk])
