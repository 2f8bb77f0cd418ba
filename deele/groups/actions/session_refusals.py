"""What must not be done with a session, in words."""

from django.utils.translation import gettext_lazy as _

from deele.core.errors import Refusal
from deele.groups.models import Session


class NotAllowed(Refusal):
    """This person may not."""

    code = "not-allowed"

    def __init__(self) -> None:
        super().__init__(str(_("Only the lead of the group or the office can do this. Please ask them.")))


class MovedOn(Refusal):
    """The session stands elsewhere by now."""

    code = "moved-on"

    def __init__(self, session: Session) -> None:
        words = _("This is no longer possible: the session is now “%(state)s”. The page shows where it stands.")
        super().__init__(str(words) % {"state": session.get_state_display()})


class Closed(Refusal):
    """The minutes are confirmed."""

    code = "closed"

    def __init__(self) -> None:
        words = _("The minutes are confirmed and stay as they are. Please write an addition instead.")
        super().__init__(str(words))


class TooLate(Refusal):
    """The agenda is closed."""

    code = "too-late"

    def __init__(self) -> None:
        words = _("The agenda takes no more items. Please ask the lead of the group, or bring it up in the session.")
        super().__init__(str(words))


class NotYet(Refusal):
    """Minutes that can't be confirmed now."""

    code = "not-yet"
    WORDS = {
        "objections": _("There are objections nobody has answered. Please answer them first."),
        "days": _("The days for objections are not over. Please wait, or let the next session confirm the minutes."),
        "empty": _("The minutes hold nothing yet. Please write at least one item."),
        "soon": _("The session has not begun yet. Minutes go round after it."),
        "private": _("A group that is not public cannot release its minutes to others."),
        "nobody": _("Nobody is noted as present. Please note first who was there."),
    }

    def __init__(self, why: str) -> None:
        super().__init__(str(self.WORDS[why]), code=f"not-yet-{why}")
