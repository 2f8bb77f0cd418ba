"""What one can choose: price classes and extras, and who is a member of a carrier."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.events import enums
from deele.events.models.event import Day, Event
from deele.office.models import Carrier


class PriceClass(models.Model):
    """What a place costs for whom. An event without any is free of charge."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="prices", verbose_name=_("event"))
    title = models.CharField(_("name"), max_length=80)
    amount_cents = models.PositiveIntegerField(_("amount in cents"), default=0)
    proof = models.CharField(_("asks for"), max_length=10, choices=enums.Proof.choices, default=enums.Proof.NONE)
    note = models.CharField(_("note"), max_length=200, blank=True)
    rank = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("price class")
        verbose_name_plural = _("price classes")

    def __str__(self) -> str:
        return self.title


class Option(models.Model):
    """An extra with places of its own: a workshop, lunch, the excursion on the eve, a seat in the bus.

    Of the options of one `group` a person takes at most one. `is_required` asks for a choice within the group.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="options", verbose_name=_("event"))
    kind = models.CharField(
        _("kind of extra"), max_length=14, choices=enums.OptionKind.choices, default=enums.OptionKind.OTHER
    )
    title = models.CharField(_("name"), max_length=160)
    note = models.CharField(_("note"), max_length=300, blank=True)
    group = models.CharField(
        _("one of"), max_length=60, blank=True, help_text=_("Extras with the same word here exclude each other.")
    )
    is_required = models.BooleanField(_("a choice is needed"), default=False)
    capacity = models.PositiveIntegerField(_("places"), null=True, blank=True, help_text=_("Empty: without limit."))
    amount_cents = models.PositiveIntegerField(_("amount in cents"), default=0)
    day = models.ForeignKey(
        Day, models.SET_NULL, null=True, blank=True, related_name="options", verbose_name=_("day it belongs to")
    )
    rank = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("extra choice")
        verbose_name_plural = _("extra choices")

    def __str__(self) -> str:
        return self.title


class CarrierMember(BaseModel):
    """Who may claim the price for members of a carrier: an organisation or a person, by address or number."""

    carrier = models.ForeignKey(Carrier, models.CASCADE, related_name="members", verbose_name=_("carrier"))
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("e-mail address"), blank=True)
    number = models.CharField(_("member number"), max_length=40, blank=True)
    valid_until = models.DateField(_("member until"), null=True, blank=True)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("member of a carrier")
        verbose_name_plural = _("members of carriers")
        indexes = [models.Index(fields=["carrier", "email"]), models.Index(fields=["carrier", "number"])]

    def __str__(self) -> str:
        return self.name
