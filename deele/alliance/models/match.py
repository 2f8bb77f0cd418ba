"""A need and an offer of two members that fit, what each side says to it, and what came of it."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.alliance.enums.marks import RESULTS, MatchAnswer, MatchOutcome, MatchState
from deele.alliance.models.delegate import Delegate
from deele.alliance.models.mark import Mark
from deele.alliance.models.membership import Membership
from deele.core.models import BaseModel


class MatchQuerySet(models.QuerySet["Match"]):
    """Matches by state and side."""

    def visible_to(self, user: Any) -> "MatchQuerySet":
        """All for people of the office who look after the alliance, none for others."""
        return self if access.can(user, Permission.ALLIANCE_WORK) else self.none()

    def of(self, membership: Membership) -> "MatchQuerySet":
        """Matches in which this member is one of the two."""
        return self.filter(Q(seeker=membership) | Q(giver=membership))

    def open(self) -> "MatchQuerySet":
        """Not yet decided."""
        return self.filter(state=MatchState.OPEN)

    def with_result(self) -> "MatchQuerySet":
        """Something came of it."""
        return self.filter(outcome__in=RESULTS)


class Match(BaseModel):
    """`need` is an expectation of `seeker`, `offer` a contribution of `giver`. Each pair stands here once, for ever.

    Who answered yes for a side is who the other side gets to know, in the transaction of the second yes.
    """

    need = models.ForeignKey(Mark, models.CASCADE, related_name="+", verbose_name=_("need"))
    offer = models.ForeignKey(Mark, models.CASCADE, related_name="+", verbose_name=_("offer"))
    seeker = models.ForeignKey(Membership, models.CASCADE, related_name="+", verbose_name=_("who seeks"))
    giver = models.ForeignKey(Membership, models.CASCADE, related_name="+", verbose_name=_("who gives"))
    rank = models.PositiveSmallIntegerField(_("rank"), default=0)
    reasons = models.JSONField(_("reasons"), default=list)
    state = models.CharField(_("state"), max_length=12, choices=MatchState.choices, default=MatchState.OPEN)
    found_at = models.DateTimeField(_("found at"))
    asked_at = models.DateTimeField(_("both sides asked at"), null=True, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("asked by")
    )
    seeker_answer = models.CharField(_("answer of who seeks"), max_length=4, choices=MatchAnswer.choices, blank=True)
    seeker_answered_at = models.DateTimeField(_("who seeks answered at"), null=True, blank=True)
    seeker_delegate = models.ForeignKey(
        Delegate, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("answered for who seeks")
    )
    giver_answer = models.CharField(_("answer of who gives"), max_length=4, choices=MatchAnswer.choices, blank=True)
    giver_answered_at = models.DateTimeField(_("who gives answered at"), null=True, blank=True)
    giver_delegate = models.ForeignKey(
        Delegate, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("answered for who gives")
    )
    agreed_at = models.DateTimeField(_("both said yes at"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=32, choices=MatchOutcome.choices, blank=True)
    outcome_asked_at = models.DateTimeField(_("outcome asked at"), null=True, blank=True)
    outcome_at = models.DateTimeField(_("outcome told at"), null=True, blank=True)
    outcome_note = models.CharField(_("what came of it, in words"), max_length=500, blank=True)

    objects = MatchQuerySet.as_manager()

    class Meta:
        ordering = ["-found_at", "-pk"]
        verbose_name = _("match of need and offer")
        verbose_name_plural = _("matches of needs and offers")
        indexes = [
            models.Index(fields=["seeker", "state"], name="match_seeker"),
            models.Index(fields=["giver", "state"], name="match_giver"),
            models.Index(fields=["state", "-rank", "-id"], name="match_desk"),
            models.Index(fields=["state", "agreed_at"], name="match_outcome"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["need", "offer"], name="match_once"),
            models.CheckConstraint(condition=~Q(seeker=F("giver")), name="match_of_two_members"),
            models.CheckConstraint(
                condition=Q(
                    state=MatchState.AGREED, agreed_at__isnull=False, seeker_answer="ja", giver_answer="ja"
                )
                | (~Q(state=MatchState.AGREED) & Q(agreed_at=None)),
                name="match_agreed_when_both_say_yes",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.seeker} ⇄ {self.giver}"

    def desk_url(self) -> str:
        """Where the office looks at it."""
        return reverse("alliance:desk-match", args=[self.pk])

    def side(self, membership: Membership) -> str:
        """“seeker” or “giver”."""
        return "seeker" if membership.pk == self.seeker_id else "giver"

    def other(self, membership: Membership) -> Membership:
        """The other one of the two."""
        return self.giver if membership.pk == self.seeker_id else self.seeker

    def mark_of(self, membership: Membership) -> Mark:
        """What this member gives or seeks here."""
        return self.need if membership.pk == self.seeker_id else self.offer

    def answer_of(self, membership: Membership) -> str:
        """What this side said; empty while it said nothing."""
        answer: str = getattr(self, f"{self.side(membership)}_answer")
        return answer

    def delegate_of(self, membership: Membership) -> Delegate | None:
        """Who answered for this side."""
        found: Delegate | None = getattr(self, f"{self.side(membership)}_delegate")
        return found

    def set_answer(self, delegate: Delegate, answer: str, now: datetime) -> None:
        """Write down what this side says; does not save."""
        side = self.side(delegate.membership)
        setattr(self, f"{side}_answer", answer)
        setattr(self, f"{side}_answered_at", now)
        setattr(self, f"{side}_delegate", delegate)

    @property
    def both_agree(self) -> bool:
        """Whether both said yes."""
        return self.seeker_answer == self.giver_answer == MatchAnswer.YES
