"""A working group and its mandate."""

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.alliance.models import Delegate
from deele.core.models import BaseModel
from deele.core.text import slug
from deele.groups.enums import ACTIVE_STATES, State
from deele.places.models import Place


class WorkingGroupQuerySet(models.QuerySet["WorkingGroup"]):
    """Working groups by state and by who asks."""

    def public(self) -> "WorkingGroupQuerySet":
        """What everybody may see: public groups that are at work."""
        return self.filter(is_public=True, state__in=ACTIVE_STATES)

    def visible_to(self, user: Any) -> "WorkingGroupQuerySet":
        """All for people of the office who look after the alliance, else the public ones."""
        return self if access.can(user, Permission.ALLIANCE_WORK) else self.public()

    def of(self, delegate: Delegate) -> "WorkingGroupQuerySet":
        """The groups in which this delegate has a seat now."""
        return self.filter(seats__delegate=delegate, seats__until=None)


class WorkingGroup(BaseModel):
    """People of several members who work on one thing, with a mandate, a rhythm and results."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    mandate = models.TextField(_("mandate"), help_text=_("What the group is to do, for whom, until when."))
    output = models.TextField(_("what comes of it"), blank=True)
    rhythm = models.CharField(_("how often it meets"), max_length=120, blank=True)
    themes = models.JSONField(_("themes"), default=list, blank=True)
    target_groups = models.JSONField(_("for whom"), default=list, blank=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("works in")
    )
    is_public = models.BooleanField(_("everybody may see name, mandate and members"), default=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=16, choices=State.choices, default=State.PROPOSED)
    state_since = models.DateTimeField(_("in this state since"))
    state_reason = models.CharField(_("reason"), max_length=300, blank=True)
    caretaker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("looked after by"),
    )  # fmt: skip

    seat: Any  # the seat of who looks at it, set by doors.mine_group

    objects = WorkingGroupQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("groups:group", args=[slug(self.name), self.pk])

    def desk_url(self) -> str:
        """Where the office works on it."""
        return reverse("groups:desk-group", args=[self.pk])

    def mine_url(self) -> str:
        """Where its people work."""
        return reverse("groups:mine-group", args=[self.pk])

    @property
    def is_at_work(self) -> bool:
        """Whether it works now."""
        return self.state in ACTIVE_STATES
