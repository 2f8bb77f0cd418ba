"""The stored side of likeness: records that may be one thing, and subjects that may overlap."""

from deele.likeness.models.overlaps import Overlap, OverlapCheck, OverlapDecision, StoredSubject, SubjectKey
from deele.likeness.models.records import FIELDS, Decision, Frequency, Key, Proposal, Stored

__all__ = [
    "FIELDS",
    "Decision",
    "Frequency",
    "Key",
    "Overlap",
    "OverlapCheck",
    "OverlapDecision",
    "Proposal",
    "Stored",
    "StoredSubject",
    "SubjectKey",
]
