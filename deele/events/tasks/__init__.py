"""What is due for events; each part brings its own jobs."""

from deele.events.tasks import planning, registrations

__all__ = ["planning", "registrations"]
