"""Programmes, their versions, their rounds."""

from deele.funding.models.programme import Programme, ProgrammeVersion
from deele.funding.models.round import Round

__all__ = ["Programme", "ProgrammeVersion", "Round"]
