"""The stored side of likeness: what was told, the keys by which it is found, proposals and decisions."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.likeness.enums import Decided, Outcome, Verdict
from deele.likeness.rules.records import Record

FIELDS = ("name", "kind", "street", "zip", "city", "lat", "lon", "phone", "email", "website", "description")


class Stored(models.Model):
    """A record as its owner told it last. `source` is who told it ("directory"), `ref` its number there."""

    source = models.CharField(_("source"), max_length=40)
    ref = models.CharField(_("reference"), max_length=60)
    name = models.CharField(_("name"), max_length=300)
    kind = models.CharField(_("kind"), max_length=120, blank=True)
    street = models.CharField(_("street"), max_length=300, blank=True)
    zip = models.CharField(_("postcode"), max_length=20, blank=True)
    city = models.CharField(_("town"), max_length=200, blank=True)
    lat = models.FloatField(_("latitude"), null=True)
    lon = models.FloatField(_("longitude"), null=True)
    phone = models.CharField(_("telephone"), max_length=80, blank=True)
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    website = models.CharField(_("website"), max_length=500, blank=True)
    description = models.TextField(_("description"), blank=True)

    class Meta:
        verbose_name = _("compared record")
        verbose_name_plural = _("compared records")
        constraints = [models.UniqueConstraint(fields=["source", "ref"], name="likeness_stored_ref")]

    def __str__(self) -> str:
        return self.name

    @property
    def record(self) -> Record:
        """The record as the engine takes it."""
        return Record(id=self.ref, **{field: getattr(self, field) for field in FIELDS})


class Key(models.Model):
    """One key of one stored record; a number made of the source and the key, so it tells nobody anything."""

    key = models.BigIntegerField(_("key"))
    stored = models.ForeignKey(Stored, models.CASCADE, verbose_name=_("compared record"))

    class Meta:
        verbose_name = _("key of a compared record")
        verbose_name_plural = _("keys of compared records")
        indexes = [models.Index(fields=["key", "stored"], name="likeness_key_stored")]

    def __str__(self) -> str:
        return str(self.key)


class Frequency(models.Model):
    """How many stored records of a source hold a mark (word, domain, number, address); mark 0 counts all."""

    source = models.CharField(_("source"), max_length=40)
    mark = models.BigIntegerField(_("mark"))
    count = models.PositiveIntegerField(_("count"), default=0)

    class Meta:
        verbose_name = _("frequency")
        verbose_name_plural = _("frequencies")
        constraints = [models.UniqueConstraint(fields=["source", "mark"], name="likeness_mark")]

    def __str__(self) -> str:
        return f"{self.mark}: {self.count}"


class Proposal(models.Model):
    """An undecided pair for the queue. `left` < `right` as text; `reasons` are [key, values, weight]."""

    source = models.CharField(_("source"), max_length=40)
    left = models.CharField(_("one"), max_length=60)
    right = models.CharField(_("other"), max_length=60)
    score = models.FloatField(_("score"))
    verdict = models.CharField(_("proposal"), max_length=10, choices=Verdict)
    reasons = models.JSONField(_("reasons"), default=list)
    found_at = models.DateTimeField(_("found at"))
    postponed_at = models.DateTimeField(_("put off at"), null=True)

    class Meta:
        verbose_name = _("proposed pair")
        verbose_name_plural = _("proposed pairs")
        constraints = [
            models.UniqueConstraint(fields=["source", "left", "right"], name="likeness_proposal_pair"),
            models.CheckConstraint(condition=Q(left__lt=F("right")), name="likeness_proposal_order"),
        ]
        indexes = [models.Index(fields=["source", "right"], name="likeness_proposal_right")]

    def __str__(self) -> str:
        return f"{self.left} – {self.right}"


class Decision(BaseModel):
    """What a person decided about a pair, with every earlier decision kept; the last one counts."""

    source = models.CharField(_("source"), max_length=40)
    left = models.CharField(_("one"), max_length=60)
    right = models.CharField(_("other"), max_length=60)
    verdict = models.CharField(_("decision"), max_length=10, choices=Decided)
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("decided by")
    )
    at = models.DateTimeField(_("decided at"))
    note = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("decision about look-alikes")
        verbose_name_plural = _("decisions about look-alikes")
        constraints = [models.CheckConstraint(condition=Q(left__lt=F("right")), name="likeness_decision_order")]
        indexes = [
            models.Index(fields=["source", "left", "right"], name="likeness_decision_left"),
            models.Index(fields=["source", "right"], name="likeness_decision_right"),
        ]

    def __str__(self) -> str:
        return f"{self.left} – {self.right}"
