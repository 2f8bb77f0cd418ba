"""What a delegate wants no mails about. The tidings stay to be read on their page."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.alliance.models.delegate import Delegate

EVERYTHING = "*"


class TopicMute(models.Model):
    """One topic ("groups.workinggroup:3") this delegate gets no mails about; "*" is all of them but the urgent ones."""

    delegate = models.ForeignKey(Delegate, models.CASCADE, related_name="mutes", verbose_name=_("delegate"))
    topic = models.CharField(_("about"), max_length=80)
    since = models.DateTimeField(_("since"))

    class Meta:
        ordering = ["topic", "pk"]
        verbose_name = _("topic without mails")
        verbose_name_plural = _("topics without mails")
        constraints = [models.UniqueConstraint(fields=["delegate", "topic"], name="topic_muted_once")]

    def __str__(self) -> str:
        return self.topic
