"""The words of advice and what the log can say about it. A module a subject; all of them are named here."""

from deele.advice.enums.cases import CaseState, ConsentWay, Handover, LineKind, Priority, TargetKind
from deele.advice.enums.contacts import (
    CORRECTED,
    LOGGED,
    REMOVED,
    TEMPLATE_REMOVED,
    TEMPLATE_SAVED,
    Channel,
    Duration,
    Kind,
    Result,
    Topic,
    Where,
)

__all__ = [
    "CORRECTED",
    "LOGGED",
    "REMOVED",
    "TEMPLATE_REMOVED",
    "TEMPLATE_SAVED",
    "CaseState",
    "Channel",
    "ConsentWay",
    "Duration",
    "Handover",
    "Kind",
    "LineKind",
    "Priority",
    "Result",
    "TargetKind",
    "Topic",
    "Where",
]
