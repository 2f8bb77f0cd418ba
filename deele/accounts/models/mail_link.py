"""Mail links: a person proves an address by opening a link, and acts by pressing a button on its page."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailLink(models.Model):
    """One link. Only the hash of its token is kept.

    `purpose` names what the link is for ("directory.confirm"), `subject` what it opens
    ("directory.entry:12"). A link with `single_use` is spent by its first action.
    """

    token_hash = models.CharField(_("hash of the token"), max_length=64, unique=True)
    purpose = models.CharField(_("purpose"), max_length=60)
    subject = models.CharField(_("subject"), max_length=80, db_index=True)
    email = models.EmailField(_("e-mail address"))
    created_at = models.DateTimeField(_("created at"))
    expires_at = models.DateTimeField(_("valid until"), db_index=True)
    used_at = models.DateTimeField(_("used at"), null=True)
    single_use = models.BooleanField(_("single use"), default=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("mail link")
        verbose_name_plural = _("mail links")

    def __str__(self) -> str:
        return f"{self.purpose} {self.subject}"
