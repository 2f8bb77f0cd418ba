"""The tables of the index. All of it is derived from the sources and can be written anew from them.

The numbers of the rows follow the Z-curve, so that near documents lie side by side in every table; what is added
later goes to the tail until the next rebuild. The full-text part differs by database and is made by the migration:
SQLite has the contentless FTS5 table `search_text(title, body, parts)`, PostgreSQL the column `search_content.vector`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

SPAN_BITS = 28  # 268 million row numbers for a source, from one rebuild to the next


class SourceState(models.Model):
    """One source: where its row numbers begin and how far its processes' memories are behind.

    `number` is new whenever the row numbers are dealt out anew, `version` rises with each write; both follow the
    clock, so none is ever used again. Slots below `tail` are in Z-order, slots from there to `size` in the order
    of arrival.
    """

    key = models.CharField(_("source"), max_length=40, unique=True)
    number = models.BigIntegerField(_("number"), unique=True)
    version = models.BigIntegerField(_("version"), default=0)
    tail = models.BigIntegerField(_("begin of the tail"), default=0)
    size = models.BigIntegerField(_("slots in use"), default=0)

    class Meta:
        verbose_name = _("state of a search source")
        verbose_name_plural = _("states of search sources")

    def __str__(self) -> str:
        return self.key

    @property
    def base(self) -> int:
        """The row number of slot 0."""
        return self.number << SPAN_BITS


class Row(models.Model):
    """What a process keeps in memory of a document. A row that is `gone` stays until the next rebuild."""

    id = models.BigIntegerField(primary_key=True)
    source = models.CharField(_("source"), max_length=40)
    ref = models.CharField(_("reference"), max_length=80)
    lat = models.FloatField(_("latitude"), null=True)
    lon = models.FloatField(_("longitude"), null=True)
    curve = models.BigIntegerField(_("number on the Z-curve"), help_text="-1 without position")
    rank = models.FloatField(_("freshness"), default=0)
    facets = models.TextField(_("facets"), help_text="name=value, separated by line feeds")
    places = models.TextField(_("places"), help_text="keys, separated by line feeds")
    title_key = models.CharField(_("stems of the title"), max_length=200)
    gone = models.BooleanField(_("gone"), default=False)
    changed = models.BigIntegerField(_("version of the last change"))

    class Meta:
        verbose_name = _("search row")
        verbose_name_plural = _("search rows")
        constraints = [models.UniqueConstraint(fields=["source", "ref"], name="search_row_once")]
        indexes = [
            models.Index(fields=["source", "changed"], name="search_row_changed"),
            models.Index(fields=["source", "title_key"], name="search_row_title"),
            models.Index(fields=["source", "-rank", "id"], name="search_row_rank"),
        ]

    def __str__(self) -> str:
        return f"{self.source}:{self.ref}"


class Content(models.Model):
    """The stems of a document by column, and what a list shows of it."""

    id = models.BigIntegerField(primary_key=True)
    ref = models.CharField(_("reference"), max_length=80)
    title = models.TextField(_("stems of the title"))
    body = models.TextField(_("stems of the text"))
    parts = models.TextField(_("parts of compounds"))
    joined = models.TextField(_("hyphened words as one"))
    data = models.TextField(_("list row"), help_text="JSON")

    class Meta:
        verbose_name = _("search content")
        verbose_name_plural = _("search contents")

    def __str__(self) -> str:
        return self.title


class Feature(models.Model):
    """The finished GeoJSON feature of a document, alone in its table so that a map view reads few pages."""

    id = models.BigIntegerField(primary_key=True)
    text = models.TextField(_("GeoJSON feature"))

    class Meta:
        verbose_name = _("map feature")
        verbose_name_plural = _("map features")

    def __str__(self) -> str:
        return self.text[:80]


class VocabularyWord(models.Model):
    """A stem that occurs in the index, with a word as somebody wrote it. Only added to; a rebuild counts anew."""

    stem = models.CharField(_("stem"), max_length=64, unique=True)
    word = models.CharField(_("word"), max_length=80)
    documents = models.PositiveIntegerField(_("documents"), default=1)

    class Meta:
        verbose_name = _("word of the index")
        verbose_name_plural = _("words of the index")

    def __str__(self) -> str:
        return self.word
