"""The tables of accompaniment."""

from deele.accompaniment.models.example import GoodExample
from deele.accompaniment.models.group import Member, Proposal
from deele.accompaniment.models.phases import PhaseChange
from deele.accompaniment.models.plans import Milestone, Partner, Plan
from deele.accompaniment.models.work import Decision, PlanContact, PlanFile, PlanTask

__all__ = [
    "Decision",
    "GoodExample",
    "Member",
    "Milestone",
    "Partner",
    "PhaseChange",
    "Plan",
    "PlanContact",
    "PlanFile",
    "PlanTask",
    "Proposal",
]
