"""A marked passage: words of a member's profile that say what it gives or seeks."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.alliance.enums import PUBLIC_STATES
from deele.alliance.enums.marks import (
    KIND_CHOICES,
    KIND_LABELS,
    ContactWay,
    Contribution,
    Expectation,
    MarkState,
    Origin,
    Side,
    Text,
)
from deele.alliance.models.delegate import Delegate
from deele.alliance.models.membership import Membership
from deele.alliance.models.profile import Profile
from deele.core.models import BaseModel
from deele.places.models import Place

LONGEST_QUOTE = 600


class MarkQuerySet(models.QuerySet["Mark"]):
    """Passages by state and by who asks."""

    def confirmed(self) -> "MarkQuerySet":
        """What member or office said holds."""
        return self.filter(state=MarkState.CONFIRMED)

    def holding(self, today: date) -> "MarkQuerySet":
        """Confirmed, still in the text, and not past its day."""
        return self.confirmed().filter(Q(valid_until=None) | Q(valid_until__gte=today)).exclude(start=None)

    def public(self, today: date) -> "MarkQuerySet":
        """What everybody may see: what holds, of public profiles of public members."""
        return self.holding(today).filter(
            profile__published_at__isnull=False, profile__membership__state__in=PUBLIC_STATES
        )

    def visible_to(self, user: Any) -> "MarkQuerySet":
        """All for people of the office who look after the alliance, none for others."""
        return self if access.can(user, Permission.ALLIANCE_WORK) else self.none()

    def of(self, membership: Membership) -> "MarkQuerySet":
        """The passages of one member."""
        return self.filter(profile__membership=membership)


class Mark(BaseModel):
    """The text stays as written; `quote` are its words and `start` where they stood when last looked for.

    `start` is empty when the words stand in the text no more: the mark stays and says so. A passage of one kind stands
    here once for ever, so that what was refused is not proposed again. `word` is what made a rule propose it.
    `words` holds the stems of quote, kind and themes for the search. The contact is never public, and never without
    an end: it holds as long as the profile is confirmed every year (actions.mark_contacts).
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="marks", verbose_name=_("profile"))
    field = models.CharField(_("text"), max_length=16, choices=Text.choices)
    quote = models.CharField(_("words"), max_length=LONGEST_QUOTE)
    start = models.PositiveIntegerField(_("position"), null=True, blank=True)
    side = models.CharField(_("side"), max_length=10, choices=Side.choices)
    kind = models.CharField(_("kind"), max_length=40, choices=KIND_CHOICES)
    themes = models.JSONField(_("themes"), default=list, blank=True)
    groups = models.JSONField(_("target groups"), default=list, blank=True)
    everywhere = models.BooleanField(_("in the whole state"), default=False)
    places = models.ManyToManyField(Place, related_name="+", blank=True, verbose_name=_("places"))
    availability = models.CharField(_("when, how often, how much"), max_length=200, blank=True)
    available_from = models.DateField(_("available from"), null=True, blank=True)
    available_until = models.DateField(_("available until"), null=True, blank=True)
    contact_way = models.CharField(
        _("way to get in touch"), max_length=10, choices=ContactWay.choices, default=ContactWay.OFFICE
    )
    contact = models.CharField(_("whom to ask"), max_length=200, blank=True)
    contact_until = models.DateField(_("contact confirmed until"), null=True, blank=True, editable=False)
    valid_until = models.DateField(_("holds until"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=16, choices=MarkState.choices, default=MarkState.PROPOSED)
    origin = models.CharField(_("marked by"), max_length=10, choices=Origin.choices)
    word = models.CharField(_("word that speaks for it"), max_length=120, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("decided by, in the office"),
    )  # fmt: skip
    decided_by_delegate = models.ForeignKey(
        Delegate, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("decided by, at the member")
    )
    words = models.TextField(_("stems for the search"), blank=True, editable=False)

    objects = MarkQuerySet.as_manager()

    class Meta:
        ordering = ["profile", "field", "start", "pk"]
        verbose_name = _("marked passage")
        verbose_name_plural = _("marked passages")
        indexes = [
            models.Index(fields=["state", "side", "kind"], name="mark_by_kind"),
            models.Index(fields=["profile", "state"], name="mark_of_profile"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["profile", "field", "quote", "kind"], name="mark_once"),
            models.CheckConstraint(
                condition=Q(side=Side.EXPECTATION, kind__in=Expectation.values)
                | Q(side=Side.CONTRIBUTION, kind__in=Contribution.values),
                name="mark_kind_of_its_side",
            ),
            models.CheckConstraint(
                condition=Q(available_from=None)
                | Q(available_until=None)
                | Q(available_until__gte=models.F("available_from")),
                name="mark_available_in_order",
            ),
            models.CheckConstraint(
                condition=Q(contact="") | Q(contact_until__isnull=False), name="mark_contact_has_an_end"
            ),
        ]

    def __str__(self) -> str:
        return self.quote if len(self.quote) <= 80 else f"{self.quote[:79]}…"

    @property
    def kind_label(self) -> str:
        """The kind in words."""
        return str(KIND_LABELS[self.kind])

    @property
    def is_lost(self) -> bool:
        """Whether its words stand in the text no more."""
        return self.start is None

    def is_past(self, today: date) -> bool:
        """Whether its day is over."""
        return self.valid_until is not None and self.valid_until < today
