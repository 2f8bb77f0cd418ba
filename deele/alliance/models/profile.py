"""The profile: what a member says of itself in its own words, and the draft of the next version."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.alliance.models.membership import Membership
from deele.core.freshness import Verified
from deele.core.models import BaseModel
from deele.core.provenance import Sourced

# The text fields of a profile, in the order they are read. The questions are fixed (domain §4.11).
TEXTS = ("portrait", "understanding", "expects", "contributes")


class Texts(models.Model):
    """The short self-portrait and the answers to the three fixed questions: plain text, paragraphs by blank lines."""

    portrait = models.TextField(_("Who are you, in a few sentences?"), blank=True)
    understanding = models.TextField(_("What is good neighbourhood to you?"), blank=True)
    expects = models.TextField(_("What do you expect from the alliance?"), blank=True)
    contributes = models.TextField(_("What do you want to contribute?"), blank=True)

    class Meta:
        abstract = True

    def texts(self) -> dict[str, str]:
        """The four texts by the name of their field."""
        return {name: getattr(self, name) for name in TEXTS}

    @property
    def has_words(self) -> bool:
        """Whether anything is said."""
        return any(self.texts().values())


class Profile(BaseModel, Texts, Sourced, Verified):
    """What a member says of itself, as agreed with the office. Public once `published_at` is set and the member is.

    The next version is written in `ProfileDraft`; these texts stay until it is agreed. `former` keeps what stood here
    before, with the day it ended, and the words of a member that was merged into this one.
    """

    membership = models.OneToOneField(Membership, models.CASCADE, related_name="profile", verbose_name=_("membership"))
    published_at = models.DateTimeField(_("public since"), null=True, blank=True)
    next_review_on = models.DateField(_("to be reviewed on"), null=True, blank=True)
    asked_at = models.DateTimeField(_("asked to review at"), null=True, blank=True)
    asked_times = models.PositiveSmallIntegerField(_("asked so often"), default=0)
    former = models.JSONField(_("former texts"), default=list, blank=True)

    class Meta:
        ordering = ["membership", "pk"]
        verbose_name = _("profile of a member")
        verbose_name_plural = _("profiles of members")
        indexes = [models.Index(fields=["next_review_on"], name="profile_review")]

    def __str__(self) -> str:
        return str(self.membership)

    @property
    def is_public(self) -> bool:
        """Whether everybody may read it."""
        return self.published_at is not None and self.membership.is_public

    def is_due(self, today: date) -> bool:
        """Whether the member is to look at it again."""
        return self.next_review_on is not None and self.next_review_on <= today

    def put_away(self, today: date, **more: Any) -> None:
        """Keep the texts as they stand among the former ones; does not save."""
        if self.has_words:
            self.former = [*self.former, {"until": today.isoformat(), **more, **self.texts()}]


class ProfileDraft(BaseModel, Texts, Sourced):
    """The next version of a profile: saved as often as one likes, then sent to the office to be agreed.

    `written_by` says whose hand it was: somebody of the member, or the office for what was told by telephone or mail.
    """

    membership = models.OneToOneField(Membership, models.CASCADE, related_name="draft", verbose_name=_("membership"))
    sent_at = models.DateTimeField(_("sent to the office at"), null=True, blank=True)
    written_by = models.CharField(_("written by"), max_length=120, blank=True)
    answer = models.TextField(_("what the office says to it"), blank=True)

    class Meta:
        ordering = ["membership", "pk"]
        verbose_name = _("draft of a profile")
        verbose_name_plural = _("drafts of profiles")

    def __str__(self) -> str:
        return str(self.membership)
