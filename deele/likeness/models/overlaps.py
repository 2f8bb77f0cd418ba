"""What was told of plans and things, which of them overlap, and what people decided about it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.likeness.enums import Level, OverlapOutcome
from deele.likeness.kinds import Subject
from deele.likeness.rules.overlap.sides import Side
from deele.likeness.rules.overlap.themes import read

REF = 80
USER = settings.AUTH_USER_MODEL


class StoredSubject(models.Model):
    """A subject as its app told it last. Stems are kept, so that a comparison reads no text anew.

    `mark` tells whether it changed since; without `compared_at` it waits to be compared.
    """

    ref = models.CharField(_("reference"), max_length=REF, unique=True)
    kind = models.CharField(_("kind"), max_length=REF)
    title = models.CharField(_("title"), max_length=300)
    text = models.TextField(_("text"), blank=True)
    owner = models.CharField(_("whose it is"), max_length=300, blank=True)
    themes = models.JSONField(_("themes"), default=list)
    groups = models.JSONField(_("for whom"), default=list)
    place_keys = models.JSONField(_("places"), default=list)
    begins = models.DateField(_("begins"), null=True)
    ends = models.DateField(_("ends"), null=True)
    belongs = models.JSONField(_("goes with"), default=list)
    title_stems = models.TextField(_("stems of the title"), blank=True)
    text_stems = models.TextField(_("stems of the text"), blank=True)
    mark = models.CharField(_("mark of its state"), max_length=40)
    told_at = models.DateTimeField(_("told at"))
    compared_at = models.DateTimeField(_("compared at"), null=True, db_index=True)

    class Meta:
        verbose_name = _("compared plan or thing")
        verbose_name_plural = _("compared plans and things")
        indexes = [models.Index(fields=["kind", "ref"], name="likeness_subject_kind")]

    def __str__(self) -> str:
        return self.title

    @property
    def subject(self) -> Subject:
        """The subject as it was told."""
        return Subject(
            self.ref, self.title, self.text, self.owner, tuple(self.themes), tuple(self.groups),
            tuple(self.place_keys), self.begins, self.ends, tuple(self.belongs),
        )  # fmt: skip

    @property
    def side(self) -> Side:
        """The subject as the engine compares it."""
        title, text = tuple(self.title_stems.split()), tuple(self.text_stems.split())
        return Side(
            ref=self.ref, kind=self.kind, title_as_written=self.title, owner=self.owner,
            title=title, words=text, read_themes=read((*title, *text)),
            themes=frozenset(self.themes), groups=frozenset(self.groups), place_keys=tuple(self.place_keys),
            begins=self.begins, ends=self.ends,
        )  # fmt: skip


class SubjectKey(models.Model):
    """One key of one stored subject; a number, so it tells nobody anything."""

    key = models.BigIntegerField(_("key"))
    subject = models.ForeignKey(StoredSubject, models.CASCADE, verbose_name=_("compared plan or thing"))

    class Meta:
        verbose_name = _("key of a compared plan")
        verbose_name_plural = _("keys of compared plans")
        indexes = [models.Index(fields=["key", "subject"], name="likeness_subject_key")]

    def __str__(self) -> str:
        return str(self.key)


class Pair(models.Model):
    """Two references, the lower one left."""

    left = models.CharField(_("one"), max_length=REF)
    right = models.CharField(_("other"), max_length=REF)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.left} – {self.right}"

    def other(self, ref: str) -> str:
        """The side that is not `ref`."""
        return self.right if ref == self.left else self.left


class Overlap(Pair):
    """Two subjects that resemble each other as they are now. `decision` repeats the last decision while it holds."""

    level = models.CharField(_("how much"), max_length=10, choices=Level)
    score = models.FloatField(_("score"))
    reasons = models.JSONField(_("reasons"), default=list)
    found_at = models.DateTimeField(_("found at"))
    decision = models.CharField(_("decision"), max_length=20, choices=OverlapOutcome, blank=True)

    class Meta:
        verbose_name = _("overlap")
        verbose_name_plural = _("overlaps")
        constraints = [
            models.UniqueConstraint(fields=["left", "right"], name="likeness_overlap_pair"),
            models.CheckConstraint(condition=Q(left__lt=F("right")), name="likeness_overlap_order"),
        ]
        indexes = [
            models.Index(fields=["right"], name="likeness_overlap_right"),
            models.Index(fields=["decision", "level", "found_at"], name="likeness_overlap_open"),
        ]


class OverlapDecision(Pair, BaseModel):
    """What was decided about an overlap, with every earlier decision kept; the last one counts.

    `sides` holds what both were like then: a decision holds until one of them becomes another thing.
    """

    decision = models.CharField(_("decision"), max_length=20, choices=OverlapOutcome)
    level = models.CharField(_("how much"), max_length=10, choices=Level, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(USER, models.SET_NULL, null=True, related_name="+", verbose_name=_("decided by"))
    by_name = models.CharField(_("decided by (name)"), max_length=160, blank=True)
    at = models.DateTimeField(_("decided at"), db_index=True)
    sides: Any = models.JSONField(_("what both were like"), default=dict)

    class Meta:
        verbose_name = _("decision about an overlap")
        verbose_name_plural = _("decisions about overlaps")
        constraints = [models.CheckConstraint(condition=Q(left__lt=F("right")), name="likeness_overlap_decision_order")]
        indexes = [
            models.Index(fields=["left", "right"], name="likeness_overlap_decision_pair"),
            models.Index(fields=["right"], name="likeness_overlap_decision_r"),
        ]


class OverlapCheck(models.Model):
    """Somebody looked what resembles a thing, before it went out. `hits` same or overlapping things were found."""

    ref = models.CharField(_("reference"), max_length=REF, db_index=True)
    kind = models.CharField(_("kind"), max_length=REF)
    hits = models.PositiveIntegerField(_("overlaps found"), default=0)
    by = models.ForeignKey(USER, models.SET_NULL, null=True, related_name="+", verbose_name=_("looked by"))
    at = models.DateTimeField(_("looked at"), db_index=True)

    class Meta:
        verbose_name = _("check for overlaps")
        verbose_name_plural = _("checks for overlaps")

    def __str__(self) -> str:
        return self.ref
