"""Documents as they were issued. They are never changed: a wrong one is cancelled by another."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.money import rules
from deele.money.enums import UNPAID, Kind, State
from deele.money.kinds import Line, Recipient
from deele.money.rules import states
from deele.office.models import Carrier

BYTES = ("pdf", "xml")


class InvoiceQuerySet(models.QuerySet["Invoice"]):
    """Documents by their state."""

    def unpaid(self) -> "InvoiceQuerySet":
        """Invoices with something still to come."""
        return self.filter(state__in=UNPAID)

    def undrawn(self) -> "InvoiceQuerySet":
        """Documents with a number and no paper yet, oldest first."""
        return self.filter(to_draw__isnull=False).order_by("pk")

    def overdue(self, today: date) -> "InvoiceQuerySet":
        """Unpaid ones whose day to pay by has passed."""
        return self.unpaid().filter(due_on__lt=today)


class InvoiceManager(models.Manager.from_queryset(InvoiceQuerySet)):  # type: ignore[misc]  # made at run time
    """Leaves the bytes in the database until somebody asks for them."""

    def get_queryset(self) -> InvoiceQuerySet:
        return super().get_queryset().defer(*BYTES)


class Invoice(BaseModel):
    """An invoice or a cancellation. Who pays, the lines and the bytes are frozen; only payments move on."""

    carrier = models.ForeignKey(Carrier, models.PROTECT, related_name="invoices", verbose_name=_("carrier"))
    number = models.CharField(_("number"), max_length=40, unique=True)
    year = models.PositiveSmallIntegerField(_("year"))
    running = models.PositiveIntegerField(_("running number"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.INVOICE)
    cancels = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="cancelled_by", verbose_name=_("cancels")
    )
    reason = models.CharField(_("reason of the cancellation"), max_length=300, blank=True)
    recipient_name = models.CharField(_("recipient"), max_length=200)
    recipient_address = models.TextField(_("address of the recipient"), blank=True)
    order_reference = models.CharField(_("order reference"), max_length=100, blank=True)
    leitweg_id = models.CharField(_("Leitweg-ID"), max_length=46, blank=True)
    subject = models.CharField(_("subject"), max_length=200, blank=True)
    lines = models.JSONField(_("lines"), default=list)
    total_cents = models.BigIntegerField(_("total"))
    issued_on = models.DateField(_("date"))
    due_on = models.DateField(_("to be paid by"))
    service = models.CharField(_("date or period of the service"), max_length=200, blank=True)
    about = models.CharField(_("about"), max_length=100, blank=True, db_index=True)
    cost_mark = models.CharField(_("cost mark"), max_length=40, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.OPEN)
    paid_cents = models.BigIntegerField(_("paid"), default=0)
    paid_on = models.DateField(_("paid on"), null=True, blank=True)
    fees_cents = models.PositiveIntegerField(_("reminder fees"), default=0)
    dunning_level = models.PositiveSmallIntegerField(_("reminders"), default=0)
    dunned_on = models.DateField(_("reminded on"), null=True, blank=True)
    on_hold = models.BooleanField(_("no reminders"), default=False)
    note = models.TextField(_("note"), blank=True)
    waived_on = models.DateField(_("waived on"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    kept_until = models.DateField(_("to be kept until"))
    pdf = models.BinaryField(_("document"), default=b"")
    xml = models.BinaryField(_("e-invoice"), default=b"", blank=True)
    to_draw = models.JSONField(
        _("what it is drawn from"),
        null=True,
        blank=True,
        help_text=_("The issuer as it was when the number was taken; empty as soon as the document is drawn."),
    )

    objects = InvoiceManager()

    class Meta:
        ordering = ["-issued_on", "-pk"]
        verbose_name = _("invoice")
        verbose_name_plural = _("invoices")
        constraints = [
            models.UniqueConstraint(fields=["carrier", "year", "running"], name="invoice_running_number_once"),
            models.CheckConstraint(
                condition=Q(kind=Kind.INVOICE, cancels=None, total_cents__gt=0)
                | Q(kind=Kind.CANCELLATION, cancels__isnull=False, total_cents__lt=0),
                name="invoice_cancellation_refers_and_is_negative",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_on"]),
            models.Index(fields=["id"], condition=Q(to_draw__isnull=False), name="invoice_undrawn"),
        ]

    def __str__(self) -> str:
        return self.number  # never a name: the log quotes it

    def get_absolute_url(self) -> str:
        """Its page at the desk."""
        return reverse("money:invoice", args=[self.pk])

    @property
    def is_cancelled(self) -> bool:
        """Whether another document cancels this one."""
        return self.state == State.CANCELLED

    @property
    def is_drawn(self) -> bool:
        """Whether its paper exists. Between number and paper lies a moment, or a stopped worker."""
        return self.to_draw is None

    @property
    def is_e_invoice(self) -> bool:
        """Whether machines read it, too."""
        return bool(self.xml) if self.to_draw is None else bool(self.to_draw["e_invoice"])

    @property
    def owed_cents(self) -> int:
        """What the document asks for now."""
        if self.kind == Kind.CANCELLATION:
            return 0
        return rules.owed_cents(total=self.total_cents, fees=self.fees_cents, cancelled=self.is_cancelled)

    @property
    def open_cents(self) -> int:
        """What is still to come."""
        return states.open_cents(state=self.state, owed=self.owed_cents, paid=self.paid_cents)

    @property
    def refund_cents(self) -> int:
        """What has to go back."""
        return rules.refund_cents(owed=self.owed_cents, paid=self.paid_cents)

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been paid by now."""
        return states.is_overdue(state=self.state, due_on=self.due_on, today=today)

    def line_rows(self) -> list[Line]:
        """The lines as they were billed."""
        return [Line(**row) for row in self.lines]

    def recipient(self) -> Recipient:
        """Who pays, without the mail address (that is the delivery's)."""
        return Recipient(
            self.recipient_name,
            self.recipient_address,
            order_reference=self.order_reference,
            leitweg_id=self.leitweg_id,
        )

    @property
    def file_name(self) -> str:
        """The name of its file, without the ending."""
        return f"{'Stornorechnung' if self.kind == Kind.CANCELLATION else 'Rechnung'}-{self.number}"


class Delivery(BaseModel):
    """Where a document goes by mail. Apart from it: the address is no part of the books and goes on a wish."""

    invoice = models.OneToOneField(Invoice, models.CASCADE, related_name="delivery", verbose_name=_("invoice"))
    email = models.EmailField(_("e-mail address"), blank=True)

    class Meta:
        verbose_name = _("delivery of an invoice")
        verbose_name_plural = _("deliveries of invoices")

    def __str__(self) -> str:
        return str(self.invoice)


class Reminder(BaseModel):
    """One reminder that was sent or printed; each level at most once."""

    invoice = models.ForeignKey(Invoice, models.CASCADE, related_name="reminders", verbose_name=_("invoice"))
    level = models.PositiveSmallIntegerField(_("level"))
    fee_cents = models.PositiveIntegerField(_("fee"), default=0)
    sent_on = models.DateField(_("sent on"))
    pay_by = models.DateField(_("to be paid by"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    pdf = models.BinaryField(_("letter"), default=b"")

    class Meta:
        ordering = ["level"]
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [models.UniqueConstraint(fields=["invoice", "level"], name="reminder_once_a_level")]

    def __str__(self) -> str:
        return f"{self.invoice}, {self.level}"

    def facts(self) -> dict[str, Any]:
        """What the log may say of it."""
        return {"level": self.level, "fee_cents": self.fee_cents}
