"""What events say by mail; each part declares its own messages with their previews."""

from deele.events.emails import day, planning, registrations

__all__ = ["day", "planning", "registrations"]
