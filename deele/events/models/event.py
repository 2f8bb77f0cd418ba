"""The event, its days and the series it belongs to."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core.dates import Precision
from deele.core.fields import RangeField
from deele.core.models import BaseModel
from deele.core.provenance import Sourced
from deele.core.text import slug
from deele.events import enums
from deele.events.enums import OVER_STATES, OWN_ROLES, PUBLIC_STATES, State
from deele.office.models import Area
from deele.places.models import Place


class Series(BaseModel):
    """Events that follow one another under one name, counted in public ("14. Fachtag")."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, verbose_name=_("area of work"))
    is_counted = models.BooleanField(_("the number is public"), default=True)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("series of events")
        verbose_name_plural = _("series of events")

    def __str__(self) -> str:
        return self.name


class EventQuerySet(models.QuerySet["Event"]):
    """Events by state, time and by who asks."""

    def public(self) -> "EventQuerySet":
        """What everybody may see."""
        return self.filter(state__in=PUBLIC_STATES)

    def upcoming(self, now: datetime) -> "EventQuerySet":
        """Not over yet, soonest first."""
        return self.filter(ends_at__gte=now).exclude(state__in=OVER_STATES).order_by("starts_at", "pk")

    def past(self, now: datetime) -> "EventQuerySet":
        """Over, latest first."""
        return self.filter(Q(ends_at__lt=now) | Q(state__in=OVER_STATES)).order_by("-starts_at", "-pk")

    def of_areas(self, user: Any, permission: Permission) -> "EventQuerySet":
        """Events of the areas of work in which the person has this power; those without an area belong to all."""
        if not access.can(user, permission):
            return self.none()
        areas = access.areas_of(user, permission)
        return self if areas is None else self.filter(Q(area_id__in=areas) | Q(area_id=None))

    def editable_by(self, user: Any) -> "EventQuerySet":
        """What this person may plan and change."""
        return self.of_areas(user, Permission.EVENT_EDIT)


class Event(BaseModel, Sourced):
    """What takes place. `starts_at` and `ends_at` repeat the first and last day, for order and search.

    Every change of an event or of its days, prices and extras raises `version` (core.versions.claim): whoever claims a
    place compares it, and reads the event anew only when it has changed.
    """

    title = models.CharField(_("title"), max_length=250)
    series = models.ForeignKey(
        Series, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("series")
    )
    number = models.PositiveSmallIntegerField(_("number in the series"), null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=24, choices=enums.Kind.choices)
    format = models.CharField(_("format"), max_length=10, choices=enums.Format.choices, default=enums.Format.ON_SITE)
    role = models.CharField(
        _("role of the office"), max_length=16, choices=enums.OfficeRole.choices, default=enums.OfficeRole.ORGANISER
    )
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, verbose_name=_("area of work"))
    host = models.CharField(_("host, if not the office"), max_length=250, blank=True)
    cooperation = models.TextField(_("cooperation partners"), blank=True, help_text=_("One a line."))
    short_text = models.CharField(_("in one line"), max_length=300, blank=True)
    description = models.TextField(_("description"), blank=True)
    themes = models.JSONField(_("themes"), default=list, blank=True)
    audience = models.JSONField(_("for whom"), default=list, blank=True)
    funder_block = models.TextField(_("funding note"), blank=True, help_text=_("Empty: the note of the area of work."))

    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("place")
    )
    venue = models.CharField(_("venue"), max_length=200, blank=True)
    street = models.CharField(_("street and number"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    town = models.CharField(_("town"), max_length=120, blank=True)
    meeting_link = models.URLField(
        _("link to the online meeting"), max_length=500, blank=True, help_text=_("Sent to registered people only.")
    )
    accessibility = models.TextField(_("accessibility"), blank=True)
    starts_at = models.DateTimeField(_("begins"), null=True, blank=True, editable=False)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True, editable=False)

    registering = models.CharField(
        _("registration"), max_length=10, choices=enums.Registering.choices, default=enums.Registering.FORM
    )
    registration_url = models.URLField(_("address of the registration"), max_length=500, blank=True)
    registration_note = models.CharField(_("note on the registration"), max_length=300, blank=True)
    opens_at = models.DateTimeField(_("registration from"), null=True, blank=True)
    closes_at = models.DateTimeField(_("registration until"), null=True, blank=True)
    capacity = models.PositiveIntegerField(_("places"), null=True, blank=True, help_text=_("Empty: without limit."))
    minimum = models.PositiveIntegerField(_("least number of people"), null=True, blank=True)
    minimum_by = models.DateField(_("to be reached by"), null=True, blank=True)
    minimum_told_at = models.DateTimeField(_("alarm sent at"), null=True, blank=True, editable=False)
    has_waiting_list = models.BooleanField(_("waiting list"), default=True)
    offer_hours = models.PositiveSmallIntegerField(_("an offered place is held for (hours)"), default=48)
    group_limit = models.PositiveSmallIntegerField(_("at most so many people in one registration"), default=8)
    priority = models.CharField(
        _("who comes first"), max_length=14, choices=enums.Priority.choices, default=enums.Priority.OPEN
    )
    priority_until = models.DateTimeField(
        _("people from elsewhere wait until"), null=True, blank=True, help_text=_("Empty: until registration closes.")
    )
    asks_needs = models.BooleanField(_("asks what people need"), default=True)
    asks_photo_consent = models.BooleanField(_("asks whether photos may be taken"), default=False)
    has_participant_list = models.BooleanField(_("hands a list of participants to all"), default=False)

    price_note = models.CharField(_("what the fee includes"), max_length=300, blank=True)
    invoicing = models.CharField(
        _("invoices"), max_length=10, choices=enums.Invoicing.choices, default=enums.Invoicing.AT_ONCE
    )
    cancel_free_until = models.DateTimeField(_("free of charge to cancel until"), null=True, blank=True)
    cancel_fee_percent = models.PositiveSmallIntegerField(_("fee after that, in percent"), default=0)

    certificate_hours = models.DecimalField(
        _("hours on the certificate"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    certificate_note = models.CharField(_("line on the certificate"), max_length=300, blank=True)
    certificate_days = models.PositiveSmallIntegerField(
        _("days one must attend for a certificate"), null=True, blank=True, help_text=_("Empty: all of them.")
    )
    report = models.TextField(_("report"), blank=True)
    attended = RangeField(verbose_name=_("people who took part, if not counted here"))

    state = models.CharField(_("state"), max_length=24, choices=State.choices, default=State.PLANNED)
    state_since = models.DateTimeField(_("in this state since"), null=True, blank=True)
    state_reason = models.CharField(_("reason"), max_length=300, blank=True)
    public_since = models.DateTimeField(_("public since"), null=True, blank=True)
    sequence = models.PositiveIntegerField(_("number of the calendar entry"), default=0, editable=False)
    repeats = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="repeated_by", verbose_name=_("repeats")
    )
    external_id = models.CharField(_("id at the source"), max_length=120, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [
            models.Index(fields=["state", "starts_at"], name="event_by_time"),
            models.Index(fields=["external_id"], name="event_external"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="event_number_once"),
            models.CheckConstraint(condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")), name="event_ends_later"),
            models.CheckConstraint(condition=Q(cancel_fee_percent__lte=100), name="event_fee_percent"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("events:event", args=[slug(self.title), self.pk])

    def desk_url(self) -> str:
        """Where the office works on it."""
        return reverse("events:desk-event", args=[self.pk])

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        return self.state in PUBLIC_STATES

    @property
    def is_own(self) -> bool:
        """Whether the office answers for it; hints and talks elsewhere count apart."""
        return self.role in OWN_ROLES

    @property
    def full_title(self) -> str:
        """With its public number: "14. Fachtag Wohnen im Alter: …" keeps what the title says already."""
        counted = self.series and self.series.is_counted and self.number
        return f"{self.number}. {self.title}" if counted and not self.title[:1].isdigit() else self.title


class Day(models.Model):
    """One date of an event. A training of six days has six."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="days", verbose_name=_("event"))
    title = models.CharField(_("what happens on this day"), max_length=200, blank=True)
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    has_time = models.BooleanField(_("with a time"), default=True)
    precision = models.CharField(
        _("precision of the date"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    venue = models.CharField(_("venue, if another one"), max_length=250, blank=True)
    meeting_link = models.URLField(_("link to the online meeting, if another one"), max_length=500, blank=True)
    counts = models.BooleanField(_("attendance is taken"), default=True)

    class Meta:
        ordering = ["starts_at", "pk"]
        verbose_name = _("day of an event")
        verbose_name_plural = _("days of events")
        constraints = [
            models.CheckConstraint(condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")), name="day_ends_later")
        ]

    def __str__(self) -> str:
        return f"{self.event}, {self.starts_at:%d.%m.%Y}"
