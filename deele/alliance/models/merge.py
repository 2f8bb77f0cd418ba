"""Two members that became one: what moved, and how it stood before."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.alliance.models.membership import Membership
from deele.core.models import BaseModel


class MemberMerge(BaseModel):
    """`gone` went into `kept`. `before` holds what is needed to take it back."""

    kept = models.ForeignKey(Membership, models.CASCADE, related_name="merges", verbose_name=_("kept member"))
    gone = models.ForeignKey(Membership, models.CASCADE, related_name="merged_away", verbose_name=_("member that went"))
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    before = models.JSONField(_("how it stood before"), default=dict)
    undone_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("merge of two members")
        verbose_name_plural = _("merges of members")
        constraints = [
            models.UniqueConstraint(fields=["gone"], condition=Q(undone_at=None), name="member_gone_once"),
            models.CheckConstraint(condition=~Q(kept=models.F("gone")), name="member_not_into_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.gone} → {self.kept}"
