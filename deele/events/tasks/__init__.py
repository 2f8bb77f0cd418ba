"""What is due for events; each part brings its own jobs."""

from deele.events.tasks import registrations

__all__ = ["registrations"]
