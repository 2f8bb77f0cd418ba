"""Who gets a newsletter, what was asked for and not yet confirmed, and who must never be written to again."""

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.newsletter.enums import BounceKind, Origin, Reason, SubscriberState
from deele.office.enums import Audience, Theme
from deele.office.models import Area
from deele.places.models import Place

HANDLE_SIGNS = "abcdefghijkmnpqrstuvwxyz23456789"  # without what is misread on paper


def new_handle() -> str:
    """A name for mail links that says nothing: a link carries no address."""
    return get_random_string(16, HANDLE_SIGNS)


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    """Subscribers by what may be done with them."""

    def active(self) -> "SubscriberQuerySet":
        """Confirmed and not ended."""
        return self.filter(state=SubscriberState.ACTIVE)

    def for_areas(self, *areas: Area) -> "SubscriberQuerySet":
        """Who takes at least one of these newsletters, each once."""
        return self.filter(pk__in=Subscriber.areas.through.objects.filter(area__in=areas).values("subscriber"))

    def not_paused(self, today: date) -> "SubscriberQuerySet":
        """Without those who wished for quiet until a day that is still to come."""
        return self.filter(Q(paused_until=None) | Q(paused_until__lte=today))

    def not_suppressed(self, area: Area | None = None) -> "SubscriberQuerySet":
        """Without everybody on the list of those never to be written to: at all, or about this area."""
        stands_there = Suppression.objects.filter(fingerprint=OuterRef("fingerprint"))
        return self.filter(~Exists(stands_there.covering(area)))


class Interest(BaseModel):
    """What a person wants to read about. Shared by the subscription and by the wish that waits for its confirmation."""

    name = models.CharField(_("name"), max_length=120, blank=True)
    areas = models.ManyToManyField(Area, verbose_name=_("newsletters"), related_name="+", blank=True)
    regions = models.ManyToManyField(Place, verbose_name=_("districts and regions"), related_name="+", blank=True)
    topics = models.JSONField(_("topics"), default=list, blank=True)
    target_group = models.CharField(_("who you are"), max_length=24, choices=Audience.choices, blank=True)
    digest = models.BooleanField(_("news from the own district and topics"), default=False)
    language = models.CharField(_("language"), max_length=8, default="de")

    class Meta:
        abstract = True

    @property
    def topic_names(self) -> list[str]:
        """The topics in words; a key that is no longer ours is left out."""
        return [str(Theme(key).label) for key in self.topics if key in Theme.values]


class Subscriber(Interest):
    """One address and what it takes. Its consents stand apart, in the register of consents.

    `handle` stands in mail links instead of the address. `fingerprint` is the keyed hash by which the list of
    suppressions and the consents know the address after it is gone.
    """

    email = models.EmailField(_("e-mail address"), unique=True)
    fingerprint = models.CharField(_("fingerprint of the address"), max_length=64, unique=True)
    handle = models.CharField(_("name in links"), max_length=24, unique=True, default=new_handle)
    state = models.CharField(
        _("state"), max_length=22, choices=SubscriberState.choices, default=SubscriberState.UNCONFIRMED
    )
    source = models.CharField(_("how they came"), max_length=8, choices=Origin.choices, default=Origin.FORM)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    paused_until = models.DateField(_("quiet until"), null=True, blank=True)
    told_until = models.DateTimeField(_("news of the own district told until"), null=True, blank=True)
    soft_bounces = models.PositiveSmallIntegerField(_("temporary failures in a row"), default=0)
    soft_since = models.DateTimeField(_("first of these failures"), null=True, blank=True)
    soft_at = models.DateTimeField(_("last temporary failure"), null=True, blank=True)
    hard_at = models.DateTimeField(_("undeliverable since"), null=True, blank=True)
    bounce_code = models.CharField(_("answer of the mail server"), max_length=12, blank=True)

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        ordering = ["email", "pk"]
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        indexes = [
            models.Index(fields=["state", "email"], name="subscriber_by_state"),
            models.Index(fields=["-confirmed_at"], name="subscriber_newest"),
            models.Index(fields=["ended_at"], name="subscriber_ended"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=SubscriberState.values), name="newsletter_subscriber_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state=SubscriberState.ACTIVE) | Q(confirmed_at__isnull=False),
                name="newsletter_active_is_confirmed",
            ),
        ]

    def __str__(self) -> str:
        # Stands in the log, which outlives the subscription: no address.
        return str(_("Subscription %(number)s")) % {"number": self.pk}

    def get_absolute_url(self) -> str:
        return reverse("newsletter:desk-subscriber", args=[self.pk])

    @property
    def is_active(self) -> bool:
        """Whether mail goes to this address."""
        return self.state == SubscriberState.ACTIVE


class SignUp(Interest):
    """A wish that waits for the click in the mail. Confirmed it becomes the subscription; after a week it is deleted.

    It stands apart from the subscriber, so that a stranger who types a known address changes nothing.
    """

    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="sign_ups", verbose_name=_("subscriber"))
    asked_at = models.DateTimeField(_("asked at"), db_index=True)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    text_version = models.CharField(_("version of the text"), max_length=40)
    source = models.CharField(_("how it was asked"), max_length=8, choices=Origin.choices, default=Origin.FORM)
    ip_mark = models.CharField(_("fingerprint of the connection"), max_length=64, blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("sign-up waiting for confirmation")
        verbose_name_plural = _("sign-ups waiting for confirmation")

    def __str__(self) -> str:
        return f"{self.subscriber_id}, {self.asked_at:%d.%m.%Y}"


class SuppressionQuerySet(models.QuerySet["Suppression"]):
    """Suppressions by reach."""

    def covering(self, area: Area | None) -> "SuppressionQuerySet":
        """Those that forbid writing about this area: the ones without an area, and the area's own."""
        return self.filter(Q(area=None) | Q(area=area)) if area else self.filter(area=None)


class Suppression(models.Model):
    """An address never to be written to, known by its fingerprint only, so that it outlives an erasure.

    Without an area it holds for everything. Only the person lifts it, by signing up and confirming.
    """

    fingerprint = models.CharField(_("fingerprint of the address"), max_length=64)
    area = models.ForeignKey(
        Area, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("newsletter")
    )
    reason = models.CharField(_("reason"), max_length=12, choices=Reason.choices)
    since = models.DateTimeField(_("since"))

    objects = SuppressionQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        verbose_name = _("suppressed address")
        verbose_name_plural = _("suppressed addresses")
        constraints = [
            models.UniqueConstraint(fields=["fingerprint", "area"], name="newsletter_suppressed_once_per_area"),
            models.UniqueConstraint(fields=["fingerprint"], condition=Q(area=None), name="newsletter_suppressed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}, {self.since:%d.%m.%Y}"


class Bounce(models.Model):
    """One message that came back about one subscriber. `mark` is the message's own: taken twice it counts once."""

    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="bounces", verbose_name=_("subscriber"))
    kind = models.CharField(_("kind"), max_length=10, choices=BounceKind.choices)
    code = models.CharField(_("answer of the mail server"), max_length=12, blank=True)
    at = models.DateTimeField(_("at"))
    way = models.CharField(_("how it came"), max_length=10)
    mark = models.CharField(_("fingerprint of the message"), max_length=64)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("returned mail")
        verbose_name_plural = _("returned mails")
        indexes = [models.Index(fields=["-at"], name="newsletter_bounce_newest")]
        constraints = [
            models.UniqueConstraint(fields=["subscriber", "mark"], name="newsletter_bounce_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%d.%m.%Y}"
