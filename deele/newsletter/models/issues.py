"""An issue: sections with references to records. Nothing is retyped; at release everything is frozen."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core.models import BaseModel
from deele.newsletter.enums import FREE, OPEN_ISSUES, PUBLIC_ISSUES, IssueState
from deele.office.models import Area


class IssueQuerySet(models.QuerySet["Issue"]):
    """Issues by state and by who asks."""

    def of(self, user: Any) -> "IssueQuerySet":
        """Those of the areas of work the person builds newsletters for."""
        areas = access.areas_of(user, Permission.NEWSLETTER_EDIT)
        return self if areas is None else self.filter(area__in=areas)

    def public(self) -> "IssueQuerySet":
        """Whose web page everybody may read: from the first mail on, since mails link to it."""
        return self.filter(state__in=PUBLIC_ISSUES)

    def ready(self, now: datetime) -> "IssueQuerySet":
        """Released, due, and waiting for the first copy to leave."""
        return self.filter(state=IssueState.PLANNED, held="", scheduled_for__lte=now)

    def running(self) -> "IssueQuerySet":
        """Those whose copies may leave now."""
        return self.filter(state=IssueState.SENDING, paused=False)


class Issue(BaseModel):
    """One issue of an area's newsletter.

    `held` says why it waits for a person though its time has come. `running_since` and `running_from` (copies
    settled at that moment) let the page say how long it will take.
    """

    area = models.ForeignKey(Area, models.PROTECT, related_name="issues", verbose_name=_("newsletter"))
    title = models.CharField(_("title"), max_length=150, help_text=_("Stands above the issue, e.g. “December 2026”."))
    subject = models.CharField(_("subject"), max_length=150)
    preheader = models.CharField(
        _("first line in the list of mails"),
        max_length=150,
        blank=True,
        help_text=_("Mail programs show it after the subject."),
    )
    lead = models.TextField(_("opening words"), max_length=5000, blank=True)
    slug = models.CharField(_("web address"), max_length=80, unique=True, null=True, editable=False)
    state = models.CharField(_("state"), max_length=16, choices=IssueState.choices, default=IssueState.COLLECTING)
    built_by = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", verbose_name=_("built by"))
    last_editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("last changed by")
    )
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("released by")
    )
    released_at = models.DateTimeField(_("released at"), null=True)
    scheduled_for = models.DateTimeField(_("to be sent at"), null=True, blank=True)
    held = models.CharField(_("waits for a person because"), max_length=300, blank=True)
    paused = models.BooleanField(_("paused"), default=False)
    stopped = models.BooleanField(_("stopped"), default=False)
    running_since = models.DateTimeField(_("sending since"), null=True)
    running_from = models.PositiveIntegerField(_("copies settled when it began"), default=0)
    sent_at = models.DateTimeField(_("sent at"), null=True)
    recipients_count = models.PositiveIntegerField(_("number of recipients"), default=0)

    objects = IssueQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        indexes = [
            models.Index(fields=["state", "scheduled_for"], name="issue_due"),
            models.Index(fields=["area", "-released_at"], name="issue_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(released_by=F("last_editor")), name="newsletter_issue_seen_by_a_second_person"
            ),
            models.CheckConstraint(condition=Q(state__in=IssueState.values), name="newsletter_issue_state_known"),
            models.CheckConstraint(
                condition=Q(state__in=[*OPEN_ISSUES, IssueState.RELEASE]) | Q(released_at__isnull=False),
                name="newsletter_issue_sent_only_when_released",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("newsletter:archived", args=[self.slug])

    def desk_url(self) -> str:
        """Where the office works on it."""
        return reverse("newsletter:desk-issue", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether it may be written on."""
        return self.state in OPEN_ISSUES

    @property
    def is_frozen(self) -> bool:
        """Whether its content stands fast: from release on."""
        return self.released_at is not None

    @property
    def is_public(self) -> bool:
        """Whether its web page may be read."""
        return self.state in PUBLIC_ISSUES


class Section(BaseModel):
    """A part of an issue: own text, or records of one source."""

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="sections", verbose_name=_("issue"))
    kind = models.CharField(_("kind"), max_length=40, default=FREE)
    title = models.CharField(_("heading"), max_length=120)
    text = models.TextField(_("text"), max_length=10_000, blank=True)
    rank = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("section of an issue")
        verbose_name_plural = _("sections of issues")

    def __str__(self) -> str:
        return self.title

    @property
    def is_free(self) -> bool:
        """Whether it holds own text only."""
        return self.kind == FREE


class Item(BaseModel):
    """A record in an issue. `piece` is how it last looked: the present state until release, then for good.

    `ref` is empty where a person decided to keep what was said of a record that is gone.
    """

    section = models.ForeignKey(Section, models.CASCADE, related_name="items", verbose_name=_("section"))
    ref = models.CharField(_("record"), max_length=80, blank=True)
    piece = models.JSONField(_("how it looked"), default=dict)
    own_title = models.CharField(_("own heading"), max_length=200, blank=True)
    own_text = models.TextField(_("own text"), max_length=2000, blank=True)
    rank = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("item of an issue")
        verbose_name_plural = _("items of issues")
        constraints = [
            models.UniqueConstraint(fields=["section", "ref"], condition=~Q(ref=""), name="newsletter_item_once")
        ]
        indexes = [models.Index(fields=["ref"], name="newsletter_item_ref")]

    def __str__(self) -> str:
        return self.own_title or str(self.piece.get("title", self.ref))[:200]


class Snapshot(models.Model):
    """The finished message in one language, made at release. `mark` sets the personal places apart from all text."""

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="snapshots", verbose_name=_("issue"))
    language = models.CharField(_("language"), max_length=8)
    mark = models.CharField(_("mark of the personal places"), max_length=32)
    content = models.BinaryField(_("message"))

    class Meta:
        ordering = ["language"]
        verbose_name = _("frozen message")
        verbose_name_plural = _("frozen messages")
        constraints = [models.UniqueConstraint(fields=["issue", "language"], name="newsletter_snapshot_once")]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.language}"
