"""The tables of accompaniment."""

from deele.accompaniment.models.applications import Application, ApplicationMove, FundsCall, SuccessGoal
from deele.accompaniment.models.finance import FinderAnswers, MoneySource, MoneyUse
from deele.accompaniment.models.phases import PhaseChange
from deele.accompaniment.models.plans import Milestone, Partner, Plan

__all__ = [
    "Application",
    "ApplicationMove",
    "FinderAnswers",
    "FundsCall",
    "Milestone",
    "MoneySource",
    "MoneyUse",
    "Partner",
    "PhaseChange",
    "Plan",
    "SuccessGoal",
]
