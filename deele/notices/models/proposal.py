"""Two notices that fit, what each side says to it, and what came of it."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core.models import BaseModel
from deele.notices.enums import Answer, Outcome, ProposalState
from deele.notices.models.notice import Notice


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """Proposals by state and side."""

    def visible_to(self, user: Any) -> "ProposalQuerySet":
        """All for people of the office who look after notices, none for others."""
        return self if access.can(user, Permission.NOTICE_WORK) else self.none()

    def of(self, notice: Notice) -> "ProposalQuerySet":
        """Proposals in which this notice is one of the two."""
        return self.filter(Q(first=notice) | Q(second=notice))

    def open(self) -> "ProposalQuerySet":
        """Not yet decided."""
        return self.filter(state=ProposalState.OPEN)


class Proposal(BaseModel):
    """`first` is the older notice, so that each pair stands here once, for ever: declined is declined."""

    first = models.ForeignKey(Notice, models.CASCADE, related_name="+", verbose_name=_("one notice"))
    second = models.ForeignKey(Notice, models.CASCADE, related_name="+", verbose_name=_("the other notice"))
    rank = models.PositiveSmallIntegerField(_("rank"), default=0)  # counts sealed needs: orders, never shown
    reasons = models.JSONField(_("reasons"), default=list)
    state = models.CharField(_("state"), max_length=12, choices=ProposalState.choices, default=ProposalState.OPEN)
    proposed_at = models.DateTimeField(_("proposed at"))
    asked_at = models.DateTimeField(_("both sides asked at"), null=True, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("asked by")
    )
    first_answer = models.CharField(_("answer of the one"), max_length=4, choices=Answer.choices, blank=True)
    first_answered_at = models.DateTimeField(_("the one answered at"), null=True, blank=True)
    second_answer = models.CharField(_("answer of the other"), max_length=4, choices=Answer.choices, blank=True)
    second_answered_at = models.DateTimeField(_("the other answered at"), null=True, blank=True)
    introduced_at = models.DateTimeField(_("introduced at"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome.choices, blank=True)
    outcome_asked_at = models.DateTimeField(_("outcome asked at"), null=True, blank=True)
    outcome_at = models.DateTimeField(_("outcome told at"), null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        indexes = [
            models.Index(fields=["first", "state"], name="proposal_first"),
            models.Index(fields=["second", "state"], name="proposal_second"),
            models.Index(fields=["state", "-rank", "-id"], name="proposal_desk"),
            models.Index(fields=["state", "introduced_at"], name="proposal_outcome"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="proposal_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="proposal_in_order"),
            models.CheckConstraint(
                condition=(
                    Q(
                        state=ProposalState.INTRODUCED,
                        introduced_at__isnull=False,
                        first_answer="ja",
                        second_answer="ja",
                    )
                    | (~Q(state=ProposalState.INTRODUCED) & Q(introduced_at=None))
                ),
                name="proposal_introduced_when_both_agree",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id}–{self.second_id}"

    def desk_url(self) -> str:
        """Where the office looks at it."""
        return reverse("notices:desk-proposal", args=[self.pk])

    def side(self, notice: Notice) -> str:
        """“first” or “second”."""
        return "first" if notice.pk == self.first_id else "second"

    def other(self, notice: Notice) -> Notice:
        """The other one of the two."""
        return self.second if notice.pk == self.first_id else self.first

    def answer_of(self, notice: Notice) -> str:
        """What this side said; empty while it said nothing."""
        answer: str = getattr(self, f"{self.side(notice)}_answer")
        return answer

    def set_answer(self, notice: Notice, answer: str, now: datetime) -> None:
        """Write down what this side says; does not save."""
        setattr(self, f"{self.side(notice)}_answer", answer)
        setattr(self, f"{self.side(notice)}_answered_at", now)

    @property
    def both_agree(self) -> bool:
        """Whether both said yes."""
        return self.first_answer == self.second_answer == Answer.YES
