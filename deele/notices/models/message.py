"""A message to the people behind a notice, passed on without showing an address."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.notices.models.notice import Notice


class Message(BaseModel):
    """Kept for a while, in case somebody complains about it."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="messages", verbose_name=_("notice"))
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    text = models.TextField(_("message"), max_length=4000)
    token = models.CharField(_("token of the form"), max_length=64, unique=True)
    sent_at = models.DateTimeField(_("sent at"))

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("message to a notice")
        verbose_name_plural = _("messages to notices")

    def __str__(self) -> str:
        return f"{self.notice_id}"
