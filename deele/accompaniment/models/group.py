"""The group's side: who of them has the page of their plan, and what they propose."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.accompaniment import enums
from deele.accompaniment.models.plans import A_PLAN, Milestone, Plan
from deele.accompaniment.models.work import PlanFile, SentOnce
from deele.core.models import BaseModel


class Member(BaseModel, SentOnce):
    """A contact person of the group. With an address they get the link to the group's page."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="members", verbose_name=A_PLAN)
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    task = models.CharField(_("task in the group"), max_length=120, blank=True)
    link_sent_at = models.DateTimeField(_("link sent at"), null=True, editable=False)

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("contact person of a plan")
        verbose_name_plural = _("contact persons of plans")
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "email"], condition=~models.Q(email=""), name="member_once_in_a_plan",
                violation_error_message=_("This address stands here already."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Proposal(BaseModel, SentOnce):
    """What a member proposes. It changes nothing until an adviser takes it over."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="proposals", verbose_name=A_PLAN)
    member = models.ForeignKey(
        Member, models.SET_NULL, null=True, related_name="proposals", verbose_name=_("contact person")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=enums.ProposalKind.choices)
    milestone = models.ForeignKey(
        Milestone, models.CASCADE, null=True, blank=True, related_name="proposals", verbose_name=_("milestone")
    )
    day = models.DateField(_("day"), null=True, blank=True)
    text = models.TextField(_("text"), blank=True)
    file = models.OneToOneField(PlanFile, models.SET_NULL, null=True, related_name="proposal", verbose_name=_("file"))
    state = models.CharField(
        _("state"), max_length=12, choices=enums.ProposalState.choices, default=enums.ProposalState.OPEN
    )
    made_at = models.DateTimeField(_("made at"))
    answer = models.CharField(_("answer"), max_length=300, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered at"), null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("proposal of a group")
        verbose_name_plural = _("proposals of groups")
        indexes = [models.Index(fields=["plan", "state"], name="proposal_by_state")]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.state == enums.ProposalState.OPEN
