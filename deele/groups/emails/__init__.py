"""What working groups say by mail. A module a subject."""

from deele.groups.emails import sessions
from deele.groups.emails.seats import INVITATION, SEAT, invitation, seat_given

__all__ = ["INVITATION", "SEAT", "invitation", "seat_given", "sessions"]
