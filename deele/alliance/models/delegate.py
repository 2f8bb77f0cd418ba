"""A delegate: a person who acts for a member, signs in by a link from a mail, and is written to at most weekly."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deele.alliance.models.membership import Membership
from deele.core.models import BaseModel


class DelegateQuerySet(models.QuerySet["Delegate"]):
    """Delegates by time."""

    def active(self, today: date) -> "DelegateQuerySet":
        """Who acts for a member that day."""
        return self.filter(Q(until=None) | Q(until__gte=today), Q(since=None) | Q(since__lte=today))


class Delegate(BaseModel):
    """Somebody who acts for a member. Never public; members of one working group see each other's name and member.

    `stamp` is raised to end every device at once (a link passed on, a person who leaves).
    """

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="delegates", verbose_name=_("membership"))
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail address"))
    task = models.CharField(_("task"), max_length=120, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    muted_until = models.DateField(_("wants no mails until"), null=True, blank=True)
    told_at = models.DateTimeField(_("written to at"), null=True, blank=True, editable=False)
    stamp = models.PositiveIntegerField(_("stamp of the devices"), default=1, editable=False)

    objects = DelegateQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("delegate")
        verbose_name_plural = _("delegates")
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "email"], name="delegate_once_in_a_membership",
                violation_error_message=_("This address stands here already."),
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since=None) | Q(until__gte=F("since")), name="delegate_ends_after_start"
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["email"], name="delegate_email")]

    def __str__(self) -> str:
        return self.name

    def is_active(self, today: date) -> bool:
        """Whether the person acts for the member that day."""
        begun = self.since is None or self.since <= today
        return begun and (self.until is None or self.until >= today)
