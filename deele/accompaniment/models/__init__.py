"""The tables of accompaniment."""

from deele.accompaniment.models.phases import PhaseChange
from deele.accompaniment.models.plans import Milestone, Partner, Plan

__all__ = ["Milestone", "Partner", "PhaseChange", "Plan"]
