"""What is due for plans; each part brings its own jobs."""

from deele.accompaniment.tasks import proofs

__all__ = ["proofs"]
