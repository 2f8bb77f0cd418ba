"""What is due for events; each part brings its own jobs."""

from deele.events.tasks import index, planning, registrations

__all__ = ["index", "planning", "registrations"]
