"""A mail to the people of a group, written by its lead or the office."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.groups.models.group import WorkingGroup


class GroupLetter(BaseModel):
    """What was written to all, once. Answers go to the lead; there is no list anybody could write to."""

    group = models.ForeignKey(WorkingGroup, models.CASCADE, related_name="letters", verbose_name=_("working group"))
    subject = models.CharField(_("subject"), max_length=160)
    text = models.TextField(_("text"), max_length=8000)
    sent_at = models.DateTimeField(_("sent at"))
    sent_by = models.CharField(_("sent by"), max_length=200, blank=True)
    number = models.PositiveIntegerField(_("how many got it"), default=0)
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("mail to a working group")
        verbose_name_plural = _("mails to working groups")

    def __str__(self) -> str:
        return self.subject
