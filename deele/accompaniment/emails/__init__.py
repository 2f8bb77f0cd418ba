"""What accompaniment says by mail; a module a subject."""

from deele.accompaniment.emails import proofs

__all__ = ["proofs"]
