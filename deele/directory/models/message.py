"""A message passed on to the people behind an entry, whose address stays with us."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.directory.models.entry import Entry


class Message(models.Model):
    """Kept briefly, as a proof and against misuse."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="messages", verbose_name=_("entry"))
    sent_at = models.DateTimeField(_("sent at"))
    name = models.CharField(_("your name"), max_length=120)
    email = models.EmailField(_("your e-mail address"))
    text = models.TextField(_("your message"), max_length=4000)
    token = models.CharField(_("token of the form"), max_length=64, unique=True)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("message to an entry")
        verbose_name_plural = _("messages to entries")

    def __str__(self) -> str:
        return f"{self.entry}, {self.sent_at:%d.%m.%Y}"
