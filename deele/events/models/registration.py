"""A registration: one message of one contact for one or several people who stay together."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.events import enums
from deele.events.enums import ALIVE, TAKING, RegistrationState
from deele.events.models.event import Event
from deele.events.models.offer import Option, PriceClass
from deele.office.enums import Audience
from deele.places.models import Place


class RegistrationQuerySet(models.QuerySet["Registration"]):
    """Registrations by what they mean for the places."""

    def taking(self) -> "RegistrationQuerySet":
        """Those that hold their seats: confirmed, or offered and not yet answered."""
        return self.filter(state__in=TAKING)

    def alive(self) -> "RegistrationQuerySet":
        """Those that want to come."""
        return self.filter(state__in=ALIVE)

    def confirmed(self) -> "RegistrationQuerySet":
        """Those that will come."""
        return self.filter(state=RegistrationState.CONFIRMED)

    def waiting(self) -> "RegistrationQuerySet":
        """The waiting list in the order of arrival."""
        return self.filter(state=RegistrationState.WAITING).order_by("waiting_since", "pk")


class Registration(BaseModel):
    """`seats` counts the people who still want to come; `code` is what one says on the telephone.

    Amounts are frozen when somebody registers, so that a price changed later changes nothing for them.
    """

    event = models.ForeignKey(Event, models.PROTECT, related_name="registrations", verbose_name=_("event"))
    code = models.CharField(_("number"), max_length=12, unique=True)
    state = models.CharField(_("state"), max_length=12, choices=RegistrationState.choices)
    state_since = models.DateTimeField(_("in this state since"))
    seats = models.PositiveSmallIntegerField(_("people"))
    channel = models.CharField(_("came by"), max_length=8, choices=enums.Channel.choices, default=enums.Channel.WEB)
    contact_name = models.CharField(_("contact person"), max_length=160)
    contact_email = models.EmailField(_("e-mail address"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    audience = models.CharField(_("comes from"), max_length=24, choices=Audience.choices, blank=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("where they live or work")
    )
    is_resident = models.BooleanField(_("from the state of the office"), default=False)
    source_of_knowledge = models.CharField(_("how they heard of it"), max_length=160, blank=True)
    remark = models.TextField(_("remark"), blank=True)
    member_number = models.CharField(_("member number or name of the member"), max_length=80, blank=True)

    total_cents = models.PositiveIntegerField(_("amount in cents"), default=0)
    invoice_name = models.CharField(_("invoice to"), max_length=200, blank=True)
    invoice_address = models.TextField(_("address for the invoice"), blank=True)
    invoice_email = models.EmailField(_("e-mail address for the invoice"), blank=True)
    order_reference = models.CharField(_("your order number"), max_length=80, blank=True)
    leitweg_id = models.CharField(_("Leitweg-ID"), max_length=60, blank=True)

    waiting_since = models.DateTimeField(_("on the waiting list since"), null=True, blank=True)
    offered_until = models.DateTimeField(_("offer valid until"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    cancel_reason = models.CharField(_("reason"), max_length=300, blank=True)
    cancel_fee_cents = models.PositiveIntegerField(_("fee for cancelling in cents"), default=0)
    reminded_at = models.DateTimeField(_("reminded at"), null=True, blank=True)
    followed_up_at = models.DateTimeField(_("thanked at"), null=True, blank=True)
    consent_text = models.CharField(_("version of the consent text"), max_length=40, blank=True)
    form_token = models.CharField(_("token of the form"), max_length=64, null=True, blank=True, unique=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        indexes = [
            models.Index(fields=["event", "state"], name="registration_by_state"),
            models.Index(fields=["state", "offered_until"], name="registration_offers"),
            models.Index(fields=["contact_email"], name="registration_email"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=RegistrationState.OFFERED) | Q(offered_until__isnull=False),
                name="registration_offer_ends",
            ),
            models.CheckConstraint(
                condition=~Q(state=RegistrationState.WAITING) | Q(waiting_since__isnull=False),
                name="registration_waits_since",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=ALIVE) | Q(seats__gte=1), name="registration_alive_has_people"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def desk_url(self) -> str:
        """Where the office works on it."""
        return reverse("events:desk-registration", args=[self.event_id, self.pk])

    @property
    def holds_seats(self) -> bool:
        """Whether its seats are counted."""
        return self.state in TAKING

    @property
    def is_alive(self) -> bool:
        """Whether they still want to come."""
        return self.state in ALIVE


class Participant(models.Model):
    """One person of a registration. Without an address of their own the contact's stands here."""

    registration = models.ForeignKey(
        Registration, models.CASCADE, related_name="participants", verbose_name=_("registration")
    )
    name = models.CharField(_("name"), max_length=160)
    email = models.EmailField(_("e-mail address"), blank=True)
    price = models.ForeignKey(
        PriceClass, models.PROTECT, null=True, blank=True, related_name="participants", verbose_name=_("price class")
    )
    price_cents = models.PositiveIntegerField(_("amount in cents"), default=0)
    proof = models.CharField(
        _("proof"), max_length=10, choices=enums.ProofState.choices, default=enums.ProofState.NOT_NEEDED
    )
    on_list = models.BooleanField(_("may stand on the list of participants"), default=False)
    photo_ok = models.BooleanField(_("may be seen on photos"), default=False)
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    feedback_asked_at = models.DateTimeField(_("asked for feedback at"), null=True, blank=True)
    rank = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        indexes = [models.Index(fields=["email"], name="participant_email")]

    def __str__(self) -> str:
        return self.name


class Choice(models.Model):
    """An extra a participant takes, at the price of that day."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="choices", verbose_name=_("participant"))
    option = models.ForeignKey(Option, models.PROTECT, related_name="choices", verbose_name=_("extra choice"))
    price_cents = models.PositiveIntegerField(_("amount in cents"), default=0)

    class Meta:
        ordering = ["option__rank", "pk"]
        verbose_name = _("chosen extra")
        verbose_name_plural = _("chosen extras")
        constraints = [models.UniqueConstraint(fields=["participant", "option"], name="choice_once")]

    def __str__(self) -> str:
        return str(self.option)


class Need(models.Model):
    """What somebody needs to take part: food, a lift, sign language. Sensitive; goes by itself after the event."""

    participant = models.OneToOneField(Participant, models.CASCADE, related_name="need", verbose_name=_("participant"))
    text = models.TextField(_("what we should know so that you can take part"), max_length=1000)

    class Meta:
        verbose_name = _("need of a participant")
        verbose_name_plural = _("needs of participants")

    def __str__(self) -> str:
        return f"{self.participant_id}"
