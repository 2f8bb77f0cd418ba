"""An import: a table from outside, what each of its rows means for the directory, and what was done."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.directory.kinds.catalogue import kinds
from deele.directory.models.entry import Entry
from deele.office.models import Area
from deele.places.models import Place


class BatchState(models.TextChoices):
    """Where an import stands. Nothing but the import itself is written before it is taken over."""

    UPLOADED = "hochgeladen", _("columns to be mapped")
    CHECKED = "geprueft", _("checked, not yet taken over")
    APPLIED = "uebernommen", _("taken over")
    TAKEN_BACK = "zurueckgenommen", _("taken back")


class Verdict(models.TextChoices):
    """What a row means for the directory."""

    UNREAD = "", _("not yet checked")
    NEW = "new", _("new")
    SAME = "same", _("known, nothing changes")
    CHANGED = "changed", _("known, would change")
    DUPLICATE = "duplicate?", _("perhaps known: please decide")
    BROKEN = "broken", _("cannot be taken over")


class Decision(models.TextChoices):
    """What a person decided about a row."""

    NONE = "", _("nothing decided")
    DIFFERENT = "verschieden", _("something else: take over as new")
    IDENTICAL = "gleich", _("the same: fill up the existing entry")
    SKIP = "auslassen", _("leave out")


class RowState(models.TextChoices):
    """What became of a row."""

    OPEN = "offen", _("open")
    CREATED = "angelegt", _("made a new entry")
    CHANGED = "geaendert", _("changed an entry")
    UNCHANGED = "unveraendert", _("nothing to do")
    SKIPPED = "ausgelassen", _("left out")
    UNDONE = "zurueckgenommen", _("taken back")


class Batch(BaseModel):
    """One table sent in."""

    name = models.CharField(_("file"), max_length=200)
    source = models.CharField(_("source"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=120, blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, verbose_name=_("area of work"))
    publish = models.BooleanField(_("publish at once"), default=False)
    header = models.JSONField(_("headings"), default=list)
    mapping = models.JSONField(_("columns"), default=dict, blank=True)
    defaults = models.JSONField(_("where the table says nothing"), default=dict, blank=True)
    notes = models.JSONField(_("notes"), default=list, blank=True)
    state = models.CharField(_("state"), max_length=16, choices=BatchState.choices, default=BatchState.UPLOADED)
    total = models.PositiveIntegerField(_("rows"), default=0)
    counts = models.JSONField(_("rows by verdict"), default=dict, blank=True)
    waiting_for = models.CharField(_("work in progress"), max_length=12, blank=True)
    error = models.TextField(_("what went wrong"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("sent by")
    )
    applied_at = models.DateTimeField(_("taken over at"), null=True)
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("taken over by")
    )
    taken_back_at = models.DateTimeField(_("taken back at"), null=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("taken back by")
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("directory:import", args=[self.pk])


TAKEN = (RowState.CREATED, RowState.CHANGED, RowState.UNCHANGED)


class BatchRowQuerySet(models.QuerySet["BatchRow"]):
    """Rows by what they need."""

    def open(self) -> "BatchRowQuerySet":
        """Rows that were not taken over."""
        return self.filter(state=RowState.OPEN)

    def ready(self) -> "BatchRowQuerySet":
        """Open rows that can be taken over without another question."""
        clear = Q(verdict__in=[Verdict.SAME, Verdict.CHANGED])
        fresh = Q(verdict=Verdict.NEW, place__isnull=False)
        settled = Q(verdict=Verdict.DUPLICATE, decision=Decision.IDENTICAL) | Q(
            verdict=Verdict.DUPLICATE, decision=Decision.DIFFERENT, place__isnull=False
        )
        return self.open().exclude(decision=Decision.SKIP).filter(clear | fresh | settled)

    def for_a_person(self) -> "BatchRowQuerySet":
        """Open rows somebody has to look at: broken ones, duplicates not decided, places not certain."""
        unsure = Q(verdict=Verdict.BROKEN) | Q(verdict=Verdict.DUPLICATE, decision=Decision.NONE)
        placeless = Q(verdict__in=[Verdict.NEW, Verdict.DUPLICATE], place=None) & ~Q(decision=Decision.IDENTICAL)
        return self.open().exclude(decision=Decision.SKIP).filter(unsure | placeless)


class BatchRow(models.Model):
    """One row of the table. `read` is what the reader understood, `before` what an entry was until then."""

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="rows", verbose_name=_("import"))
    number = models.PositiveIntegerField(_("row"))
    source_id = models.CharField(_("id at the source"), max_length=120, blank=True)
    cells = models.JSONField(_("cells"), default=list)
    read = models.JSONField(_("as understood"), default=dict, blank=True)
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict.choices, default=Verdict.UNREAD, blank=True)
    reasons = models.JSONField(_("reasons"), default=list, blank=True)
    place = models.ForeignKey(Place, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("place"))
    candidates = models.JSONField(_("possible places"), default=list, blank=True)
    entry = models.ForeignKey(
        Entry, models.SET_NULL, null=True, blank=True, related_name="import_rows", verbose_name=_("entry")
    )
    entry_version = models.PositiveIntegerField(_("version of the entry"), default=0)
    twin = models.ForeignKey(
        Entry, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("perhaps the same as")
    )
    twin_row = models.PositiveIntegerField(_("perhaps the same as row"), null=True, blank=True)
    contact_email = models.EmailField(_("e-mail address of the contact"), blank=True)
    decision = models.CharField(_("decision"), max_length=12, choices=Decision.choices, default="", blank=True)
    state = models.CharField(_("what became of it"), max_length=16, choices=RowState.choices, default=RowState.OPEN)
    before = models.JSONField(_("the entry before"), null=True, blank=True)

    objects = BatchRowQuerySet.as_manager()

    class Meta:
        ordering = ["batch", "number"]
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of imports")
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="import_row_once")]
        indexes = [
            models.Index(fields=["batch", "verdict", "number"]),
            models.Index(fields=["source_id"], name="import_row_source_id"),
        ]

    def __str__(self) -> str:
        return f"{self.batch}, {self.number}"

    @property
    def title(self) -> str:
        """The title as understood."""
        return self.read.get("values", {}).get("title", "")

    @property
    def kind_label(self) -> str:
        """The kind as understood, in words."""
        key = self.read.get("values", {}).get("kind", "")
        return str(kinds.get(key).label) if key in kinds else ""

    @property
    def where_text(self) -> str:
        """The place as the table says it."""
        where = self.read.get("where", {})
        town = f"{where.get('postcode', '')} {where.get('town', '')}".strip()
        return ", ".join(part for part in (town, where.get("locality"), where.get("district")) if part)

    @property
    def changes(self) -> list[dict[str, str]]:
        """What the row would change or has changed: label, old and new value."""
        found = []
        for name, old, new in self.before or self.read.get("changes", []):
            field = None if name == "addresses" else Entry._meta.get_field(name)
            label = getattr(field, "verbose_name", _("addresses"))
            found.append({"label": str(label), "old": as_words(old), "new": as_words(new)})
        return found

    @property
    def is_open(self) -> bool:
        """Whether something can still be decided."""
        return self.state == RowState.OPEN


def as_words(value: Any) -> str:
    """A stored value as a page quotes it."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {as_words(one)}" for name, one in value.items() if one)
    if isinstance(value, list):
        return "; ".join(as_words(one) for one in value)
    return "–" if value in (None, "") else str(value)


class ColumnMapping(BaseModel):
    """Which column meant what in tables with these headings, so that nobody answers twice."""

    fingerprint = models.CharField(_("headings"), max_length=32, unique=True)
    mapping = models.JSONField(_("columns"), default=dict)
    defaults = models.JSONField(_("where the table says nothing"), default=dict, blank=True)

    class Meta:
        ordering = ["-updated_at"]
        verbose_name = _("mapping of columns")
        verbose_name_plural = _("mappings of columns")

    def __str__(self) -> str:
        return self.fingerprint
