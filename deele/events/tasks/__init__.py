"""What is due for events; each part brings its own jobs."""

from deele.events.tasks import billing, day, index, planning, registrations

__all__ = ["billing", "day", "index", "planning", "registrations"]
