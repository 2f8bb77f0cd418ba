"""A joint action: what members of the alliance do together."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.alliance.models import Delegate, Membership
from deele.core.dates import Precision
from deele.core.models import BaseModel
from deele.core.provenance import Sourced
from deele.core.text import slug
from deele.jointactions.enums import OPEN_STATES, PUBLIC_STATES, Again, State
from deele.places.models import Place


class JointActionQuerySet(models.QuerySet["JointAction"]):
    """Joint actions by who asks."""

    def public(self) -> "JointActionQuerySet":
        """What everybody may see: released, and decided on."""
        return self.filter(is_public=True, state__in=PUBLIC_STATES)

    def visible_to(self, user: Any) -> "JointActionQuerySet":
        """All for people of the office who look after the alliance, else the public ones."""
        return self if access.can(user, Permission.ALLIANCE_WORK) else self.public()

    def for_member(self, membership: Membership) -> "JointActionQuerySet":
        """What this member may see: what is public or open to join, and what it leads, proposed or is a partner of."""
        mine = Q(lead=membership) | Q(proposed_by__membership=membership) | Q(partners__membership=membership)
        return self.filter(mine | Q(state__in=OPEN_STATES) | Q(is_public=True, state__in=PUBLIC_STATES)).distinct()


class JointAction(BaseModel, Sourced):
    """What is done, why, with whom, from when until when, and where it stands.

    `lead` is the member that leads it; where that is nobody of the alliance, `lead_name` says it in words.
    """

    title = models.CharField(_("title"), max_length=160)
    aim = models.CharField(_("aim in one sentence"), max_length=300)
    text = models.TextField(_("what happens"), max_length=8000, blank=True)
    goals = models.JSONField(_("goals of the alliance"), default=list, blank=True)
    themes = models.JSONField(_("themes"), default=list, blank=True)
    target_groups = models.JSONField(_("for whom"), default=list, blank=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="joint_actions", verbose_name=_("place or region")
    )
    begins = models.DateField(_("begins on"), null=True, blank=True)
    begins_precision = models.CharField(
        _("precision of the beginning"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    ends = models.DateField(_("ends on"), null=True, blank=True)
    ends_precision = models.CharField(
        _("precision of the end"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    lead = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="led_actions", verbose_name=_("led by")
    )
    lead_name = models.CharField(_("led by (in words)"), max_length=200, blank=True)
    caretaker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("caretaker")
    )
    proposed_by = models.ForeignKey(
        Delegate, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("proposed by")
    )
    is_public = models.BooleanField(_("public"), default=False)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.PROPOSED)
    state_since = models.DateTimeField(_("in this state since"))
    state_reason = models.CharField(_("reason"), max_length=300, blank=True)
    worked = models.TextField(_("What worked?"), max_length=3000, blank=True)
    failed = models.TextField(_("What did not work?"), max_length=3000, blank=True)
    again = models.CharField(_("Would we do it again?"), max_length=8, choices=Again.choices, blank=True)
    advice = models.TextField(_("What should somebody know who does the same?"), max_length=3000, blank=True)
    external_id = models.CharField(_("id at the source"), max_length=120, blank=True)
    form_token = models.CharField(_("token of the form"), max_length=64, null=True, blank=True, unique=True)

    objects = JointActionQuerySet.as_manager()

    class Meta:
        ordering = [F("begins").desc(nulls_last=True), "-pk"]
        verbose_name = _("joint action")
        verbose_name_plural = _("joint actions")
        indexes = [
            models.Index(fields=["is_public", "state", "-begins"], name="jointaction_public"),
            models.Index(fields=["state", "state_since"], name="jointaction_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(begins=None) | Q(ends__gte=F("begins")), name="jointaction_ends_after_start",
                violation_error_message=_("The end lies before the beginning."),
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(state__in=PUBLIC_STATES), name="jointaction_public_when_decided"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("jointactions:action", args=[slug(self.title) or "aktion", self.pk])

    def desk_url(self) -> str:
        """Where the office works on it."""
        return reverse("jointactions:desk-action", args=[self.pk])

    @property
    def may_be_public(self) -> bool:
        """Whether it is far enough to be shown."""
        return self.state in PUBLIC_STATES

    @property
    def is_shown(self) -> bool:
        """Whether everybody may see it."""
        return self.is_public and self.may_be_public

    @property
    def is_open(self) -> bool:
        """Whether members may still join."""
        return self.state in OPEN_STATES

    @property
    def led_by(self) -> str:
        """Who leads it, as it may be named in public."""
        return self.lead.name if self.lead and self.lead.is_public else self.lead_name
