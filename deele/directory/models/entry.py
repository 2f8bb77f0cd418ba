"""The entry: one thing that strengthens a neighbourhood, with its places, links and responsibilities."""

from datetime import date
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core.freshness import Verified
from deele.core.models import BaseModel
from deele.core.provenance import Sourced
from deele.core.text import slug
from deele.directory import enums
from deele.directory.enums import PUBLIC_STATES, State
from deele.directory.kinds.base import Kind
from deele.directory.kinds.catalogue import kinds
from deele.office.models import Area
from deele.places.models import Place


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries by state and by who asks."""

    def public(self) -> "EntryQuerySet":
        """What everybody may see."""
        return self.filter(state__in=PUBLIC_STATES)

    def editable_by(self, user: Any) -> "EntryQuerySet":
        """What this person may change: entries of the own areas of work and entries of none."""
        if not access.can(user, Permission.ENTRY_EDIT):
            return self.none()
        areas = access.areas_of(user, Permission.ENTRY_EDIT)
        return self if areas is None else self.filter(Q(area_id__in=areas) | Q(area_id=None))

    def visible_to(self, user: Any) -> "EntryQuerySet":
        """Public entries, and for people of the office all they may edit."""
        if not access.can(user, Permission.ENTRY_EDIT):
            return self.public()
        return self.public() | self.editable_by(user)

    def due_for_confirmation(self, today: date) -> "EntryQuerySet":
        """Published entries whose confirmation has run out."""
        return self.filter(state=State.PUBLISHED, next_confirmation_on__lte=today)


class Entry(BaseModel, Sourced, Verified):
    """The common core of every kind; what only one kind knows stands in `details` (kinds.base.Detail)."""

    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=40)
    short_text = models.CharField(_("in one line"), max_length=300, blank=True)
    description = models.TextField(_("description"), blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, verbose_name=_("area of work"))

    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="entries", verbose_name=_("place")
    )
    precision = models.CharField(
        _("shown on the map"), max_length=12, choices=enums.Precision.choices, default=enums.Precision.ADDRESS
    )
    lat = models.FloatField(_("latitude"), null=True, blank=True)
    lon = models.FloatField(_("longitude"), null=True, blank=True)

    operator = models.CharField(_("run by"), max_length=300, blank=True)
    owner = models.CharField(_("owner"), max_length=300, blank=True)
    legal_form = models.CharField(_("legal form"), max_length=24, choices=enums.LegalForm.choices, blank=True)
    legal_form_parts = models.JSONField(_("parts of the legal form"), default=dict, blank=True)
    legal_form_text = models.CharField(_("legal form in words"), max_length=300, blank=True)
    phase = models.CharField(_("phase"), max_length=20, choices=enums.Phase.choices, blank=True)
    target_groups = models.JSONField(_("for whom"), default=list, blank=True)
    opening_year = models.PositiveSmallIntegerField(_("year of opening or moving in"), null=True, blank=True)

    seeking = models.BooleanField(_("looks for people"), default=False)
    seeking_what = models.CharField(_("who or what is sought"), max_length=300, blank=True)
    seeking_until = models.DateField(_("sought until"), null=True, blank=True)

    opening_hours = models.TextField(_("opening hours"), blank=True)
    languages = models.CharField(_("languages"), max_length=200, blank=True)
    accessibility = models.TextField(_("accessibility of the house"), blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    contact_way = models.CharField(
        _("how to get in touch"), max_length=16, choices=enums.ContactWay.choices, default=enums.ContactWay.RELAY
    )
    public_email = models.EmailField(_("public e-mail address"), blank=True)
    public_phone = models.CharField(_("public telephone"), max_length=40, blank=True)
    contact_name = models.CharField(_("contact person (never public)"), max_length=150, blank=True)
    contact_email = models.EmailField(_("e-mail address of the contact (never public)"), blank=True)

    excursion_possible = models.BooleanField(_("may be visited on excursions"), default=False)
    example_available = models.BooleanField(_("may be passed on as an example"), default=False)
    speaker_ready = models.BooleanField(_("speaks at events"), default=False)
    details = models.JSONField(_("details of its kind"), default=dict, blank=True)

    state = models.CharField(_("state"), max_length=28, choices=State.choices, default=State.DRAFT)
    state_since = models.DateTimeField(_("in this state since"), null=True, blank=True)
    state_reason = models.CharField(_("reason"), max_length=300, blank=True)
    public_since = models.DateTimeField(_("public since"), null=True, blank=True)
    next_confirmation_on = models.DateField(_("to be confirmed by"), null=True, blank=True)
    reminders = models.PositiveSmallIntegerField(_("reminders without answer"), default=0)
    reminded_on = models.DateField(_("last reminder"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged_from", verbose_name=_("merged into")
    )
    external_id = models.CharField(_("id at the source"), max_length=120, blank=True)
    form_token = models.CharField(_("token of the form"), max_length=64, null=True, blank=True, unique=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        indexes = [
            models.Index(fields=["state", "kind"]),
            models.Index(fields=["state", "next_confirmation_on"]),
            models.Index(fields=["external_id"]),
            models.Index(fields=["-updated_at"]),
            models.Index(fields=["-public_since", "-id"], name="entry_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=State.MERGED, merged_into__isnull=False)
                | (~Q(state=State.MERGED) & Q(merged_into=None)),
                name="entry_merged_names_its_heir",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=PUBLIC_STATES) | Q(place__isnull=False), name="entry_public_has_place"
            ),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="entry_not_merged_into_itself"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("directory:entry", args=[slug(self.title), self.pk])

    def desk_url(self) -> str:
        """Where the office works on it."""
        return reverse("directory:desk-entry", args=[self.pk])

    @cached_property
    def kind_of(self) -> Kind:
        """The declaration of its kind."""
        return kinds.get(self.kind)

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it."""
        return self.state in PUBLIC_STATES

    @property
    def shows_exact_point(self) -> bool:
        """Whether its own position may stand on the map."""
        return self.precision == enums.Precision.ADDRESS and self.lat is not None and self.lon is not None


class Address(models.Model):
    """One of the addresses of an entry, in its order."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="addresses", verbose_name=_("entry"))
    street = models.CharField(_("street and number"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    town = models.CharField(_("town"), max_length=120, blank=True)
    rank = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("address")
        verbose_name_plural = _("addresses")

    def __str__(self) -> str:
        return ", ".join(part for part in (self.street, f"{self.postcode} {self.town}".strip()) if part)


class Link(models.Model):
    """Two entries that belong together: `entry` is part of, under the roof of, … `other`."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="links", verbose_name=_("entry"))
    kind = models.CharField(_("how"), max_length=16, choices=enums.LinkKind.choices)
    other = models.ForeignKey(Entry, models.CASCADE, related_name="linked_from", verbose_name=_("other entry"))

    class Meta:
        ordering = ["kind", "pk"]
        verbose_name = _("link between entries")
        verbose_name_plural = _("links between entries")
        constraints = [
            models.UniqueConstraint(fields=["entry", "kind", "other"], name="link_once"),
            models.CheckConstraint(condition=~Q(entry=F("other")), name="link_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.entry} {self.get_kind_display()} {self.other}"


class Coverage(models.Model):
    """A place an entry is responsible for, of any level; everything within belongs to it."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="coverage", verbose_name=_("entry"))
    place = models.ForeignKey(Place, models.PROTECT, related_name="covered_by", verbose_name=_("place"))

    class Meta:
        ordering = ["place__key"]
        verbose_name = _("responsibility")
        verbose_name_plural = _("responsibilities")
        constraints = [models.UniqueConstraint(fields=["entry", "place"], name="coverage_once")]

    def __str__(self) -> str:
        return f"{self.entry}: {self.place}"
