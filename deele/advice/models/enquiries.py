"""Enquiries: what somebody asked by form or mail, until it is answered. Then the words go, and the contact stays."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.advice import enums
from deele.core.models import BaseModel
from deele.office.enums import Audience
from deele.office.models import Area
from deele.places.models import Place

USER = settings.AUTH_USER_MODEL
State = enums.EnquiryState
OPEN = (State.NEW, State.ACCEPTED, State.CLIENT, State.OTHERS)


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    """Enquiries by who may see them and how they stand."""

    def visible_to(self, user: Any) -> "EnquiryQuerySet":
        """Those of one's areas of work, and those that were given to one."""
        if not access.can(user, Permission.CASE_WORK):
            return self.none()
        areas = access.areas_of(user, Permission.CASE_WORK)
        return self if areas is None else self.filter(Q(area_id__in=areas) | Q(adviser=user) | Q(deputy=user))

    def open(self) -> "EnquiryQuerySet":
        """Those that are not at their end."""
        return self.filter(state__in=OPEN)

    def of(self, user: Any, today: date) -> "EnquiryQuerySet":
        """Those this person answers today: given to them, or to somebody away whose deputy they are."""
        away = Absence.objects.filter(since__lte=today, until__gte=today).values("user_id")
        return self.filter(Q(adviser=user) | Q(deputy=user, adviser__in=away))

    def overdue(self, today: date) -> "EnquiryQuerySet":
        """Those whose promise was not kept: nobody answered, and the day has passed."""
        return self.filter(state__in=(State.NEW, State.ACCEPTED), answered_at=None, promised_on__lt=today)


class Enquiry(BaseModel):
    """A question somebody sent. Topic and place choose who answers; the day of the answer is promised and measured."""

    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("area of work"))
    channel = models.CharField(_("channel"), max_length=16, choices=enums.Channel.choices, default=enums.Channel.FORM)
    topic = models.CharField(_("topic"), max_length=20, choices=enums.Topic.choices, blank=True)
    audience = models.CharField(_("who asks"), max_length=24, choices=Audience.choices, default=Audience.OTHER)
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place"))
    about = models.CharField(_("asked about"), max_length=120, blank=True)
    about_title = models.CharField(_("asked about, in words"), max_length=250, blank=True)
    text = models.TextField(_("question"))
    subject = models.CharField(_("subject"), max_length=250, blank=True)
    is_sender_proven = models.BooleanField(_("sender is confirmed"), default=True)
    forwarded_by = models.EmailField(_("forwarded by"), blank=True)
    name = models.CharField(_("name"), max_length=160, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    answer_by = models.CharField(
        _("answer"), max_length=10, choices=enums.AnswerBy.choices, default=enums.AnswerBy.MAIL
    )
    code = models.CharField(_("number"), max_length=8, unique=True)
    adviser = models.ForeignKey(
        USER, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("who answers")
    )
    deputy = models.ForeignKey(USER, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("deputy"))
    state = models.CharField(_("state"), max_length=24, choices=State.choices, default=State.NEW)
    state_since = models.DateTimeField(_("in this state since"))
    arrived_at = models.DateTimeField(_("arrived at"))
    promised_on = models.DateField(_("answer promised by"))
    look_again_on = models.DateField(_("look at it again on"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    answer_days = models.PositiveSmallIntegerField(_("working days to the answer"), null=True, editable=False)
    had_nothing = models.BooleanField(_("we had nothing to hand out"), default=False)
    handed_out = models.PositiveSmallIntegerField(_("records in the answer"), default=0, editable=False)
    no_advice = models.CharField(_("why it is no advice"), max_length=16, choices=enums.NoAdvice.choices, blank=True)
    passed_to = models.CharField(_("passed on to"), max_length=200, blank=True)
    contact = models.OneToOneField(
        "advice.Contact", models.SET_NULL, null=True, blank=True, related_name="enquiry", verbose_name=_("contact")
    )
    case = models.ForeignKey(
        "advice.Case", models.SET_NULL, null=True, blank=True, related_name="enquiries", verbose_name=_("case")
    )
    consent = models.TextField(_("wording of the consent"), blank=True)
    erase_on = models.DateField(_("words are deleted on"), null=True, db_index=True)
    reminded_on = models.DateField(_("last reminder"), null=True, editable=False)
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        ordering = ["promised_on", "pk"]
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        indexes = [
            models.Index(fields=["area", "state", "promised_on"], name="enquiry_by_area"),
            models.Index(fields=["adviser", "state", "promised_on"], name="enquiry_by_adviser"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_open(self) -> bool:
        """Whether it is not at its end."""
        return self.state in OPEN

    @property
    def asked_by(self) -> str:
        """Name or organisation, as far as told."""
        return ", ".join(part for part in (self.name, self.organisation) if part)


class EnquiryMessage(models.Model):
    """What was written to and fro after the question."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="messages", verbose_name=_("enquiry"))
    direction = models.CharField(_("direction"), max_length=4, choices=enums.Direction.choices)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(USER, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    text = models.TextField(_("text"))
    sender = models.EmailField(_("sender, as the mail says"), blank=True)
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("message of an enquiry")
        verbose_name_plural = _("messages of enquiries")

    def __str__(self) -> str:
        return f"{self.enquiry_id}: {self.get_direction_display()}"


class EnquiryFile(models.Model):
    """A file that came with a mail. What we do not take is named here without its content."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="files", verbose_name=_("enquiry"))
    name = models.CharField(_("file name"), max_length=200)
    media_type = models.CharField(_("type"), max_length=120, blank=True)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)
    content = models.BinaryField(_("content"), editable=False, default=b"")
    problem = models.CharField(_("why it was not kept"), max_length=250, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("file of an enquiry")
        verbose_name_plural = _("files of enquiries")

    def __str__(self) -> str:
        return self.name


class IncomingMail(models.Model):
    """A mail that was read from the mailbox. The row comes first: a mail that is read twice finds itself here."""

    mark = models.CharField(_("mark"), max_length=64, unique=True)
    box = models.CharField(_("mailbox"), max_length=60)
    arrived_at = models.DateTimeField(_("arrived at"), db_index=True)
    sender = models.EmailField(_("sender"), blank=True)
    outcome = models.CharField(_("what became of it"), max_length=20, choices=enums.Outcome.choices)
    enquiry = models.ForeignKey(
        Enquiry, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("enquiry")
    )
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)

    class Meta:
        ordering = ["-arrived_at", "-pk"]
        verbose_name = _("incoming mail")
        verbose_name_plural = _("incoming mails")
        indexes = [models.Index(fields=["sender", "arrived_at"], name="incoming_by_sender")]

    def __str__(self) -> str:
        return f"{self.arrived_at:%d.%m.%Y %H:%M}: {self.get_outcome_display()}"


class TextBlock(BaseModel):
    """Words an area of work uses in many answers."""

    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("area of work"))
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"))

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("text block")
        verbose_name_plural = _("text blocks")

    def __str__(self) -> str:
        return self.title


class Responsibility(BaseModel):
    """Who answers what: by topic and region, as narrowly as somebody wants. The narrowest rule wins."""

    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("area of work"))
    topic = models.CharField(_("topic"), max_length=20, choices=enums.Topic.choices, blank=True)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("district or region")
    )
    adviser = models.ForeignKey(USER, models.CASCADE, related_name="+", verbose_name=_("who answers"))
    deputy = models.ForeignKey(USER, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("deputy"))

    class Meta:
        ordering = ["topic", "place__sort_name", "pk"]
        verbose_name = _("responsibility for enquiries")
        verbose_name_plural = _("responsibilities for enquiries")
        constraints = [
            models.UniqueConstraint(fields=["topic", "place"], name="responsibility_once"),
            models.UniqueConstraint(
                fields=["topic"], condition=Q(place__isnull=True), name="responsibility_once_everywhere"
            ),
        ]

    def __str__(self) -> str:
        parts = [str(dict(enums.Topic.choices).get(self.topic, "")), str(self.place or "")]
        return ", ".join(part for part in parts if part) or str(_("everything else"))


class Absence(BaseModel):
    """Days on which somebody is away and the deputy answers."""

    user = models.ForeignKey(USER, models.CASCADE, related_name="+", verbose_name=_("person"))
    since = models.DateField(_("from"))
    until = models.DateField(_("until"))

    class Meta:
        ordering = ["-since", "pk"]
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        constraints = [models.CheckConstraint(condition=Q(until__gte=models.F("since")), name="absence_ends_after")]

    def __str__(self) -> str:
        return f"{self.since:%d.%m.%Y} – {self.until:%d.%m.%Y}"
