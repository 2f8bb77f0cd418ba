"""The measures of accompaniment. A module a subject."""

from deele.accompaniment.figures import applications, plans

__all__ = ["applications", "plans"]
