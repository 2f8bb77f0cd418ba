"""A membership: one organisation or private person, how it belongs to the alliance, and since when."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.alliance.enums import BELONGING, PUBLIC_STATES, Basis, Level, OrganisationKind, State
from deele.core.dates import Precision
from deele.core.freshness import Verified
from deele.core.models import BaseModel
from deele.core.provenance import Sourced
from deele.core.text import slug
from deele.directory.models import Entry
from deele.places.models import Place


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships by state and by who asks."""

    def public(self) -> "MembershipQuerySet":
        """What everybody may see: who belongs to the alliance, on whatever ground."""
        return self.filter(state__in=PUBLIC_STATES)

    def belonging(self) -> "MembershipQuerySet":
        """Members in their own right who are members now."""
        return self.public().filter(basis__in=BELONGING)

    def visible_to(self, user: Any) -> "MembershipQuerySet":
        """All for people of the office who look after the alliance, else the public ones."""
        return self if access.can(user, Permission.ALLIANCE_WORK) else self.public()


class Membership(BaseModel, Sourced, Verified):
    """An organisation, a group of organisations or a private person in the alliance.

    Membership of its own, through an umbrella body (`umbrella`) and taking part without membership are told apart by
    `basis`. `succeeded_by` names the membership it went into when two members became one.
    """

    name = models.CharField(_("name"), max_length=200)
    former_names = models.JSONField(_("former names"), default=list, blank=True)
    kind = models.CharField(_("kind of organisation"), max_length=32, choices=OrganisationKind.choices)
    level = models.CharField(_("works in"), max_length=8, choices=Level.choices, default=Level.PLACE)
    basis = models.CharField(_("belongs to the alliance as"), max_length=32, choices=Basis.choices)
    umbrella = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="under_it", verbose_name=_("umbrella body")
    )
    entry = models.ForeignKey(
        Entry, models.SET_NULL, null=True, blank=True, related_name="memberships", verbose_name=_("entry")
    )
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="memberships", verbose_name=_("seat or place")
    )
    website = models.URLField(_("website"), max_length=500, blank=True)
    themes = models.JSONField(_("themes"), default=list, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    since_precision = models.CharField(
        _("precision of the date"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    until = models.DateField(_("until"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=24, choices=State.choices, default=State.ENQUIRY)
    state_since = models.DateTimeField(_("in this state since"))
    state_reason = models.CharField(_("reason"), max_length=300, blank=True)
    succeeded_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="succeeds", verbose_name=_("went into")
    )
    external_id = models.CharField(_("id at the source"), max_length=120, blank=True)
    internal_note = models.TextField(_("note for the office"), blank=True, help_text=_("Never public."))

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        indexes = [
            models.Index(fields=["state", "basis", "name"], name="membership_by_state"),
            models.Index(fields=["external_id"], name="membership_external"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(umbrella=None) | ~Q(umbrella=F("pk")), name="membership_not_its_own_umbrella"
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")), name="membership_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("alliance:member", args=[slug(self.name) or "mitglied", self.pk])

    def desk_url(self) -> str:
        """Where the office works on it."""
        return reverse("alliance:desk-member", args=[self.pk])

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        return self.state in PUBLIC_STATES
