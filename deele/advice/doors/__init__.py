"""The doors of advice: fetch and authorise in one step."""

from deele.advice.doors.contacts import contact, template

__all__ = ["contact", "template"]
