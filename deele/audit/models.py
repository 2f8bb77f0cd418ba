"""The log. No foreign keys to what it speaks of, so it never blocks and never vanishes with it."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.audit import enums


def reference(about: models.Model) -> str:
    """How the log names an object: app.model:pk."""
    return f"{about._meta.label_lower}:{about.pk}"


class Entry(models.Model):
    """One thing somebody did or looked at."""

    event = models.CharField(_("event"), max_length=80)
    at = models.DateTimeField(_("at"), db_index=True)
    actor_id = models.BigIntegerField(_("actor"), null=True, db_index=True)
    actor_name = models.CharField(_("name at the time"), max_length=200)
    about = models.CharField(_("about"), max_length=80, help_text="app.model:pk")
    about_name = models.CharField(_("name of the object"), max_length=300)
    data = models.JSONField(_("details"), default=dict, blank=True)
    redacted_at = models.DateTimeField(_("redacted at"), null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("log entry")
        verbose_name_plural = _("log entries")
        indexes = [models.Index(fields=["about", "-at"]), models.Index(fields=["event", "-at"])]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """The event in words."""
        if self.event not in enums.declared:
            return f"{self.actor_name}: {self.event} ({self.about_name})"
        words: dict[str, Any] = {"actor": self.actor_name, "about": self.about_name}
        return str(enums.declared.get(self.event).sentence) % words
