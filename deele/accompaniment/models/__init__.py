"""The tables of accompaniment."""

from deele.accompaniment.models.applications import Application, ApplicationMove, FundsCall, SuccessGoal
from deele.accompaniment.models.example import GoodExample
from deele.accompaniment.models.finance import FinderAnswers, MoneySource, MoneyUse
from deele.accompaniment.models.group import Member, Proposal
from deele.accompaniment.models.phases import PhaseChange
from deele.accompaniment.models.plans import Milestone, Partner, Plan
from deele.accompaniment.models.work import Decision, PlanContact, PlanFile, PlanTask

__all__ = [
    "Application",
    "ApplicationMove",
    "Decision",
    "FinderAnswers",
    "FundsCall",
    "GoodExample",
    "Member",
    "Milestone",
    "MoneySource",
    "MoneyUse",
    "Partner",
    "PhaseChange",
    "Plan",
    "PlanContact",
    "PlanFile",
    "PlanTask",
    "Proposal",
    "SuccessGoal",
]
