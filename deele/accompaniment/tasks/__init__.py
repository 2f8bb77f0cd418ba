"""What accompaniment does by itself. A module a subject."""

from deele.accompaniment.tasks import plans, proofs

__all__ = ["plans", "proofs"]
