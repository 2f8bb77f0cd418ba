"""The rows of notices."""

from deele.notices.models.message import Message
from deele.notices.models.need import Need
from deele.notices.models.notice import Notice, Reach
from deele.notices.models.proposal import Proposal

__all__ = ["Message", "Need", "Notice", "Proposal", "Reach"]
