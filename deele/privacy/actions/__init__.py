"""Consent, export, erasure, retention."""

from deele.privacy.actions.erasure import StillWorksHere, erase_person
from deele.privacy.actions.export import export_person, look_up
from deele.privacy.actions.retention import run_retention

__all__ = ["StillWorksHere", "erase_person", "export_person", "look_up", "run_retention"]
