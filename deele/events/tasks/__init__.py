"""What is due for events; each part brings its own jobs."""

from deele.events.tasks import day, index, planning, registrations

__all__ = ["day", "index", "planning", "registrations"]
