"""What an entry was before: field by field, and merge by merge."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.directory.models.entry import Entry


class Change(models.Model):
    """One field of an entry that got another value."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="changes", verbose_name=_("entry"))
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    by_name = models.CharField(_("name at the time"), max_length=200)
    field = models.CharField(_("field"), max_length=60)
    old = models.JSONField(_("before"), null=True)
    new = models.JSONField(_("after"), null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("change of an entry")
        verbose_name_plural = _("changes of entries")

    def __str__(self) -> str:
        return f"{self.entry}: {self.field}"

    @property
    def field_label(self) -> str:
        """The field in words."""
        names = {field.name: field.verbose_name for field in Entry._meta.get_fields() if hasattr(field, "verbose_name")}
        others = {"addresses": _("addresses"), "coverage": _("responsible for")}
        return str(names.get(self.field) or others.get(self.field, self.field))


class Merge(models.Model):
    """Two entries that turned out to be one; holds all that is needed to take it back."""

    kept = models.ForeignKey(Entry, models.PROTECT, related_name="merges", verbose_name=_("kept entry"))
    gone = models.ForeignKey(Entry, models.PROTECT, related_name="merged_by", verbose_name=_("merged entry"))
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    before = models.JSONField(_("state before the merge"))
    undone_at = models.DateTimeField(_("taken back at"), null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("taken back by")
    )

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("merge of entries")
        verbose_name_plural = _("merges of entries")
        constraints = [
            models.UniqueConstraint(
                fields=["gone"], condition=models.Q(undone_at=None), name="entry_merged_once_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.gone} → {self.kept}"
