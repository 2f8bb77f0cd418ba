"""What events say by mail; each part declares its own messages with their previews."""

from deele.events.emails import registrations

__all__ = ["registrations"]
