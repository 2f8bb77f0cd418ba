"""A programme, and what it says at a time."""

from datetime import date
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core.models import BaseModel
from deele.core.provenance import Sourced
from deele.core.text import slug
from deele.funding.enums import Applicant, Purpose, Support
from deele.places.models import Place

CHECK_DAYS = 180  # so long our knowledge of a programme counts as fresh, unless the programme says otherwise


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    """Programmes by who looks."""

    def public(self) -> "ProgrammeQuerySet":
        """Those on the website; one without a version has nothing to show."""
        return self.filter(is_public=True, versions__isnull=False).distinct()

    def visible_to(self, user: Any) -> "ProgrammeQuerySet":
        """All for those who keep them; the public ones for everybody else."""
        return self if access.can(user, Permission.FUNDING_EDIT) else self.public()


class Programme(BaseModel):
    """A programme that gives money, through all its versions."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    summary = models.CharField(
        _("in one sentence"), max_length=240, help_text=_("In plain words: who gets money for what.")
    )
    check_days = models.PositiveSmallIntegerField(
        _("days until it is checked again"),
        default=CHECK_DAYS,
        validators=[MinValueValidator(7), MaxValueValidator(3 * 365)],
        help_text=_("After that the page says in its first line that the facts may be out of date."),
    )
    is_public = models.BooleanField(_("on the website"), default=False)
    internal_note = models.TextField(_("note for colleagues"), blank=True, max_length=2000)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("funding programme")
        verbose_name_plural = _("funding programmes")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its public page."""
        return reverse("funding:programme", args=[slug(self.name), self.pk])

    def desk_url(self) -> str:
        """Its page at the desk."""
        return reverse("funding:desk-programme", args=[self.pk])


class Terms(models.Model):
    """What money is given on: a change of these makes a new version (domain §12, data rule)."""

    giver = models.CharField(_("who gives"), max_length=160)
    region = models.CharField(_("where it holds"), max_length=160, help_text=_("For example: Lower Saxony."))
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("only in this place"),
        help_text=_("Empty: everywhere in the area of the office."),
    )  # fmt: skip
    purpose = models.TextField(_("what it is for"), max_length=2000)
    purposes = models.JSONField(_("to be found under"), default=list)
    supports = models.JSONField(_("kind of funding"), default=list)
    quota = models.PositiveSmallIntegerField(
        _("usual highest share in per cent"), null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    quota_special = models.PositiveSmallIntegerField(
        _("special highest share in per cent"), null=True, blank=True, validators=[MaxValueValidator(100)]
    )
    quota_special_for = models.CharField(_("the special share is for"), max_length=160, blank=True)
    amount_min = models.PositiveBigIntegerField(_("at least (euros)"), null=True, blank=True)
    amount_max = models.PositiveBigIntegerField(_("at most (euros)"), null=True, blank=True)
    amount_note = models.CharField(_("on the amounts"), max_length=300, blank=True)
    term_months = models.PositiveSmallIntegerField(_("runs for months"), null=True, blank=True)
    applicants = models.JSONField(_("who may apply"), default=list)
    excluded = models.JSONField(_("who can't apply"), default=list, blank=True)
    combinable = models.CharField(_("can be combined with"), max_length=300, blank=True)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    class Meta:
        abstract = True


class ProgrammeVersion(BaseModel, Terms, Sourced):
    """What a programme says from one day to another (Fassung), and when somebody looked last."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="versions", verbose_name=_("programme"))
    number = models.PositiveSmallIntegerField(_("number"))
    focus = models.TextField(_("focus"), blank=True, max_length=2000, help_text=_("One to a line."))
    way = models.TextField(_("how to apply"), blank=True, max_length=2000, help_text=_("One step to a line."))
    papers = models.TextField(_("papers needed"), blank=True, max_length=2000, help_text=_("One to a line."))
    contact = models.TextField(_("whom to ask"), blank=True, max_length=500)
    website = models.URLField(_("website"), blank=True, max_length=500)
    rolling = models.BooleanField(_("one can apply at any time"), default=False)
    change_note = models.CharField(_("what changed"), max_length=300, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_by = models.CharField(_("checked by"), max_length=120, blank=True)

    class Meta:
        ordering = ["programme", "-number"]
        verbose_name = _("version of a programme")
        verbose_name_plural = _("versions of programmes")
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="version_number_once"),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")), name="version_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(amount_max=None) | Q(amount_min=None) | Q(amount_max__gte=F("amount_min")),
                name="version_at_least_up_to_at_most",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme.name} ({self.valid_from:%d.%m.%Y})"

    @property
    def quota_max(self) -> int | None:
        """The highest share it ever gives, in per cent."""
        return max((one for one in (self.quota, self.quota_special) if one is not None), default=None)

    def holds_on(self, day: date) -> bool:
        """Whether it is valid on this day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    @property
    def purpose_titles(self) -> list[str]:
        """What it is for, in words; keys of former lists stay as they are."""
        return titles(Purpose, self.purposes)

    @property
    def support_titles(self) -> list[str]:
        """The kinds of funding in words."""
        return titles(Support, self.supports)

    @property
    def applicant_titles(self) -> list[str]:
        """Who may apply, in words."""
        return titles(Applicant, self.applicants)

    @property
    def excluded_titles(self) -> list[str]:
        """Who can't apply, in words."""
        return titles(Applicant, self.excluded)


def titles(choices: type[models.TextChoices], keys: list[str]) -> list[str]:
    """Keys in words, in the order of the list they are from."""
    known = {key: str(label) for key, label in choices.choices if key in keys}
    return [*known.values(), *(key for key in keys if key not in known)]
