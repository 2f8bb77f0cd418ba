"""What working groups say by mail. A module a subject."""

from deele.groups.emails import sessions
from deele.groups.emails.letters import LETTER, letter_to_group
from deele.groups.emails.polls import CHOSEN, POLL, date_chosen, poll_opened
from deele.groups.emails.seats import INVITATION, SEAT, invitation, seat_given
from deele.mail.enums import Draft

__all__ = ["INVITATION", "SEAT", "invitation", "seat_given", "sessions"]
__all__ = [
    "CHOSEN",
    "INVITATION",
    "LETTER",
    "POLL",
    "SEAT",
    "Draft",
    "date_chosen",
    "invitation",
    "letter_to_group",
    "poll_opened",
    "seat_given",
]
