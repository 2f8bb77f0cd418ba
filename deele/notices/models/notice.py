"""A notice (Gesuch or Angebot) and where it reaches."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core.models import BaseModel
from deele.core.text import slug
from deele.directory.models import Entry
from deele.notices import enums
from deele.notices.enums import ENDED_STATES, LIVE_STATES, State, Visibility
from deele.notices.rules.kinds import NoticeKind, kind
from deele.places.models import Place


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices by state and by who asks."""

    def live(self) -> "NoticeQuerySet":
        """What takes part: matched and reachable."""
        return self.filter(state__in=LIVE_STATES)

    def public(self) -> "NoticeQuerySet":
        """What everybody may see."""
        return self.live().filter(visibility=Visibility.PUBLIC)

    def visible_to(self, user: Any) -> "NoticeQuerySet":
        """All for people of the office who look after notices, else the public ones."""
        return self if access.can(user, Permission.NOTICE_WORK) else self.public()

    def to_read(self) -> "NoticeQuerySet":
        """What waits for a reader: handed in, or changed since it was read."""
        changed = Q(state__in=LIVE_STATES, changed_at__isnull=False)
        return self.filter(Q(state=State.SUBMITTED) | changed)


class Notice(BaseModel):
    """Who seeks or offers what. Its words are public once read; who stands behind it never is.

    Bands instead of numbers (domain §4.6). Need of access and care is not here but in `Need`, which no page reads
    except the person's own.
    """

    kind = models.CharField(_("what it is"), max_length=32, choices=enums.KindKey.choices)
    title = models.CharField(_("in one line"), max_length=120)
    text = models.TextField(_("in your own words"), max_length=3000, blank=True)
    entry = models.ForeignKey(
        Entry, models.SET_NULL, null=True, blank=True, related_name="notices", verbose_name=_("entry in the directory")
    )
    area_types = models.JSONField(_("kind of surroundings"), default=list, blank=True)
    household = models.CharField(_("how many people"), max_length=8, choices=enums.Household.choices, blank=True)
    with_children = models.CharField(_("with children"), max_length=4, choices=enums.Children.choices, blank=True)
    ages = models.JSONField(_("age"), default=list, blank=True)
    housing_forms = models.JSONField(_("form of living"), default=list, blank=True)
    legal = models.JSONField(_("rent or own"), default=list, blank=True)
    equity = models.CharField(_("own money"), max_length=12, choices=enums.Equity.choices, blank=True)
    monthly = models.CharField(_("each month, with heating"), max_length=12, choices=enums.Monthly.choices, blank=True)
    horizon = models.CharField(_("when"), max_length=8, choices=enums.Horizon.choices, blank=True)
    brings = models.JSONField(_("what I bring"), default=list, blank=True)
    wishes = models.JSONField(_("what matters to us"), default=list, blank=True)
    partner_own = models.CharField(_("who we are"), max_length=20, choices=enums.Partner.choices, blank=True)
    partner_wanted = models.JSONField(_("whom we look for"), default=list, blank=True)
    access_offered = models.JSONField(_("the house is"), default=list, blank=True)
    care_offered = models.CharField(_("care possible here"), max_length=20, choices=enums.Care.choices, blank=True)
    visibility = models.CharField(
        _("who may see it"), max_length=20, choices=Visibility.choices, default=Visibility.PUBLIC
    )

    contact_name = models.CharField(_("your name (never shown)"), max_length=120)
    contact_email = models.EmailField(_("your e-mail address (never shown)"), db_index=True)

    state = models.CharField(_("state"), max_length=24, choices=State.choices, default=State.DRAFT)
    state_since = models.DateTimeField(_("in this state since"))
    state_reason = models.CharField(_("reason"), max_length=300, blank=True)
    public_since = models.DateTimeField(_("active since"), null=True, blank=True)
    changed_at = models.DateTimeField(_("changed and not read since"), null=True, blank=True)
    expires_on = models.DateField(_("holds until"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    through_us = models.BooleanField(_("found through us"), null=True, blank=True)
    form_token = models.CharField(_("token of the form"), max_length=64, null=True, blank=True, unique=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-public_since", "-pk"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = [
            models.Index(fields=["state", "kind"], name="notice_state_kind"),
            models.Index(fields=["state", "expires_on"], name="notice_expiry"),
            models.Index(fields=["state", "visibility", "-public_since", "-id"], name="notice_newest"),
            models.Index(fields=["through_us", "ended_on", "kind"], name="notice_found"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=LIVE_STATES) | Q(expires_on__isnull=False), name="notice_live_expires"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=ENDED_STATES) | Q(ended_on__isnull=False), name="notice_ended_has_a_day"
            ),
            models.CheckConstraint(
                condition=Q(through_us=None) | Q(state=State.FULFILLED) | Q(state=State.WITHDRAWN),
                name="notice_through_us_when_found",
            ),
        ]

    def __str__(self) -> str:
        """Its kind and number: what people wrote must not be copied into the log."""
        return f"{self.get_kind_display()} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("notices:notice", args=[slug(self.title) or "gesuch", self.pk])

    def desk_url(self) -> str:
        """Where the office works on it."""
        return reverse("notices:desk-notice", args=[self.pk])

    @property
    def kind_of(self) -> NoticeKind:
        """The declaration of its kind."""
        return kind(self.kind)

    @property
    def is_live(self) -> bool:
        """Whether it takes part."""
        return self.state in LIVE_STATES

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        return self.is_live and self.visibility == Visibility.PUBLIC


class Reach(models.Model):
    """A place a notice reaches, with its circle (middle and kilometres) and the box around it for the index."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="reaches", verbose_name=_("notice"))
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("place"))
    radius_km = models.PositiveSmallIntegerField(_("kilometres around it"), default=0)
    lat = models.FloatField(_("latitude"))
    lon = models.FloatField(_("longitude"))
    reach_km = models.FloatField(_("kilometres from its middle"))
    west = models.FloatField(_("western edge"))
    south = models.FloatField(_("southern edge"))
    east = models.FloatField(_("eastern edge"))
    north = models.FloatField(_("northern edge"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("reach of a notice")
        verbose_name_plural = _("reaches of notices")
        indexes = [models.Index(fields=["south", "north", "west", "east"], name="reach_box")]
        constraints = [models.UniqueConstraint(fields=["notice", "place"], name="reach_once")]

    def __str__(self) -> str:
        return f"{self.place} + {self.radius_km} km" if self.radius_km else str(self.place)
