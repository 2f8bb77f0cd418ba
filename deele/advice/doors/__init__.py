"""The doors of advice: fetch and authorise in one step."""

from deele.advice.doors.cases import case, document, opened_case, share, task
from deele.advice.doors.contacts import contact, template

__all__ = ["case", "contact", "document", "opened_case", "share", "task", "template"]
