"""Finding a date: options, a sheet for each person, and what they say to each option."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from deele.alliance.models import Delegate
from deele.core.models import BaseModel
from deele.groups.enums.polls import Fit, PollState
from deele.groups.models.group import WorkingGroup


class Poll(BaseModel):
    """A date is looked for. `chosen` is the option it became."""

    group = models.ForeignKey(WorkingGroup, models.CASCADE, related_name="polls", verbose_name=_("working group"))
    title = models.CharField(_("what it is about"), max_length=160)
    text = models.TextField(_("a few words"), blank=True, max_length=2000)
    closes_on = models.DateField(_("answers until"))
    state = models.CharField(_("state"), max_length=12, choices=PollState.choices, default=PollState.OPEN)
    opened_at = models.DateTimeField(_("opened at"))
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    opened_by = models.CharField(_("opened by"), max_length=200, blank=True)
    chosen = models.ForeignKey(
        "PollOption", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("date that was chosen")
    )
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    class Meta:
        ordering = ["-opened_at", "-pk"]
        verbose_name = _("date poll")
        verbose_name_plural = _("date polls")
        indexes = [models.Index(fields=["state", "closes_on"], name="poll_by_state")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        """Whether nothing is decided yet."""
        return self.state == PollState.OPEN

    def takes_answers(self, today: date) -> bool:
        """Whether one may still answer."""
        return self.is_open and today <= self.closes_on

    def mine_url(self) -> str:
        """Where the people of the group answer."""
        return reverse("groups:mine-poll", args=[self.group_id, self.pk])

    def desk_url(self) -> str:
        """Where the office looks at it."""
        return reverse("groups:desk-poll", args=[self.group_id, self.pk])


class PollOption(models.Model):
    """A day, from when until when, where."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="options", verbose_name=_("date poll"))
    day = models.DateField(_("day"))
    begins = models.TimeField(_("from"))
    ends = models.TimeField(_("until"))
    place = models.CharField(_("where"), max_length=200, blank=True)
    is_online = models.BooleanField(_("online"), default=False)

    class Meta:
        ordering = ["day", "begins", "pk"]
        verbose_name = _("date of a poll")
        verbose_name_plural = _("dates of polls")
        constraints = [
            models.UniqueConstraint(fields=["poll", "day", "begins", "ends"], name="poll_option_once"),
            models.CheckConstraint(condition=Q(ends__gt=F("begins")), name="poll_option_ends_after_start"),
        ]

    def __str__(self) -> str:
        words = {
            "day": date_format(self.day, "D, j. F Y"),
            "from": f"{self.begins:%H:%M}",
            "until": f"{self.ends:%H:%M}",
        }
        return str(_("%(day)s, %(from)s to %(until)s") % words)

    @property
    def calendar_name(self) -> str:
        """What calendars know this date by, for ever; also the session it becomes."""
        return f"terminfindung-{self.poll_id}-{self.pk}"

    @property
    def where(self) -> str:
        """The place, or that it is online."""
        return ", ".join(part for part in (self.place, str(_("online")) if self.is_online else "") if part)


class PollSheet(BaseModel):
    """One person and one poll: what they said besides the options, when, and how often they changed it."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="sheets", verbose_name=_("date poll"))
    delegate = models.ForeignKey(Delegate, models.CASCADE, related_name="poll_sheets", verbose_name=_("delegate"))
    comment = models.CharField(_("comment"), max_length=300, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    changed_at = models.DateTimeField(_("changed at"), null=True, blank=True)

    class Meta:
        ordering = ["delegate__name", "pk"]
        verbose_name = _("sheet of a date poll")
        verbose_name_plural = _("sheets of date polls")
        constraints = [models.UniqueConstraint(fields=["poll", "delegate"], name="poll_sheet_once")]

    def __str__(self) -> str:
        return f"{self.delegate} ({self.poll})"


class PollAnswer(models.Model):
    """What somebody says to one option."""

    sheet = models.ForeignKey(PollSheet, models.CASCADE, related_name="answers", verbose_name=_("sheet of a date poll"))
    option = models.ForeignKey(PollOption, models.CASCADE, related_name="answers", verbose_name=_("date of a poll"))
    fit = models.CharField(_("can come"), max_length=10, choices=Fit.choices)

    class Meta:
        ordering = ["option", "pk"]
        verbose_name = _("answer to a date")
        verbose_name_plural = _("answers to dates")
        constraints = [models.UniqueConstraint(fields=["sheet", "option"], name="poll_answer_once")]

    def __str__(self) -> str:
        return str(self.get_fit_display())
