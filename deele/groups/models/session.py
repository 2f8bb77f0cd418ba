"""A session of a working group, and who is asked to it and was there."""

from datetime import datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.groups.enums.sessions import (
    COMING,
    TOOK_PLACE,
    WRITING,
    Answer,
    Presence,
    Release,
    SessionFormat,
    SessionState,
)
from deele.groups.models.group import WorkingGroup
from deele.groups.models.poll import PollOption
from deele.groups.models.seat import Seat


class SessionQuerySet(models.QuerySet["Session"]):
    """Sessions by time and by who asks."""

    def public(self) -> "SessionQuerySet":
        """Those everybody may come to and see: of public groups, marked public, not called off before anybody heard."""
        heard = Q(Exists(Participation.objects.filter(session=OuterRef("pk"))))
        unheard = Q(state=SessionState.PLANNED) | (Q(state=SessionState.CANCELLED) & ~heard)
        return self.filter(group__is_public=True, is_public=True).exclude(unheard)

    def coming(self, now: datetime) -> "SessionQuerySet":
        """Those that are still to come, the next one first."""
        return self.filter(state__in=COMING, ends_at__gte=now).order_by("starts_at", "pk")


class Session(BaseModel):
    """One meeting. `sequence` counts the states calendars know of it; `number` counts within the group.

    `option` is the date of a poll it came from; calendars know both by one name.
    """

    group = models.ForeignKey(WorkingGroup, models.PROTECT, related_name="sessions", verbose_name=_("working group"))
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=160, blank=True, help_text=_("Only if it has one of its own."))
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    format = models.CharField(_("how"), max_length=10, choices=SessionFormat.choices, default=SessionFormat.ON_SITE)
    place = models.CharField(_("where"), max_length=250, blank=True)
    link = models.URLField(_("address of the online meeting"), max_length=500, blank=True)
    note = models.TextField(_("words of the invitation"), blank=True, max_length=3000)
    agenda_until = models.DateTimeField(_("items for the agenda until"))
    state = models.CharField(_("state"), max_length=20, choices=SessionState.choices, default=SessionState.PLANNED)
    state_since = models.DateTimeField(_("in this state since"))
    state_reason = models.CharField(_("reason"), max_length=300, blank=True)
    is_public = models.BooleanField(_("everybody may come and see date and agenda"), default=False)
    release = models.CharField(
        _("who may read the minutes"), max_length=12, choices=Release.choices, default=Release.GROUP
    )
    sequence = models.PositiveIntegerField(_("state for calendars"), default=0, editable=False)
    option = models.OneToOneField(
        PollOption, models.PROTECT, null=True, blank=True, editable=False, related_name="session",
        verbose_name=_("date of a poll it came from"),
    )  # fmt: skip
    objections_until = models.DateTimeField(_("objections until"), null=True, blank=True)
    confirmed_by = models.CharField(_("confirmed by"), max_length=160, blank=True)
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at", "-pk"]
        verbose_name = _("session of a working group")
        verbose_name_plural = _("sessions of working groups")
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="session_number_once"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="session_ends_after_start"),
        ]
        indexes = [models.Index(fields=["state", "starts_at"], name="session_by_state")]

    def __str__(self) -> str:
        words = {"number": self.number, "group": self.group.name}
        return self.title or str(_("Session %(number)s: %(group)s") % words)

    @property
    def when(self) -> str:
        """Day and hours in words."""
        begins, ends = timezone.localtime(self.starts_at), timezone.localtime(self.ends_at)
        day = date_format(begins, "l, j. F Y")
        last = date_format(ends, "H:i" if begins.date() == ends.date() else "j. F Y, H:i")
        return str(_("%(day)s, %(from)s to %(until)s") % {"day": day, "from": f"{begins:%H:%M}", "until": last})

    @property
    def where(self) -> str:
        """The place, or that it is online."""
        online = str(SessionFormat.ONLINE.label) if self.format != SessionFormat.ON_SITE else ""
        return ", ".join(part for part in (self.place, online) if part)

    @property
    def is_coming(self) -> bool:
        """Whether it still lies ahead."""
        return self.state in COMING

    @property
    def took_place(self) -> bool:
        """Whether it was held."""
        return self.state in TOOK_PLACE

    @property
    def can_write(self) -> bool:
        """Whether minutes may still be written; afterwards only additions."""
        return self.state in WRITING

    def takes_items(self, now: datetime) -> bool:
        """Whether members may still put items onto the agenda."""
        return self.is_coming and now <= self.agenda_until

    def get_absolute_url(self) -> str:
        return reverse("groups:session", args=[self.pk])

    def mine_url(self) -> str:
        """Where the people of the group work on it."""
        return reverse("groups:mine-session", args=[self.group_id, self.pk])

    def desk_url(self) -> str:
        """Where the office works on it."""
        return reverse("groups:desk-session", args=[self.group_id, self.pk])


class Participation(BaseModel):
    """One person of the group and one session: asked, answered, was there.

    `code` stands in the address their answer goes to, so that a mail is known to come from an invitation.
    """

    session = models.ForeignKey(Session, models.CASCADE, related_name="people", verbose_name=_("session"))
    seat = models.ForeignKey(
        Seat, models.SET_NULL, null=True, related_name="participations", verbose_name=_("seat in a working group")
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    member_name = models.CharField(_("for"), max_length=200, blank=True)
    code = models.CharField(max_length=8, blank=True, editable=False)
    answer = models.CharField(_("answer"), max_length=4, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    presence = models.CharField(_("was there"), max_length=14, choices=Presence.choices, blank=True)
    noted_by = models.CharField(_("noted by"), max_length=160, blank=True)
    noted_at = models.DateTimeField(_("noted at"), null=True, blank=True)
    reminded_for = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("place in a session")
        verbose_name_plural = _("places in sessions")
        constraints = [
            models.UniqueConstraint(fields=["session", "seat"], name="participation_once"),
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="participation_code"),
        ]

    def __str__(self) -> str:
        return self.name or self.member_name
