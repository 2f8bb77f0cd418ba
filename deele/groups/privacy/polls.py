"""Date polls."""

from django.utils.translation import gettext_lazy as _

from deele.groups.models import Poll, PollAnswer, PollOption, PollSheet
from deele.groups.privacy.files import WORDS
from deele.privacy.kinds import Term, register

ONCE = _("Name of the form, so that a second click makes nothing.")

register(
    Poll,
    purpose=_("Finding a date together"),
    keep=["group", "title", "text", "closes_on", "state", "opened_at", "decided_at", "opened_by", "chosen"],
    secret={"form_token": ONCE},
)
register(
    PollOption,
    purpose=_("The dates of a poll"),
    keep=["poll", "day", "begins", "ends", "place", "is_online"],
)
register(
    PollSheet,
    purpose=_("Who can come when"),
    keep=["poll", "delegate", "answered_at", "changed_at"],
    personal={"comment": WORDS},
    person="delegate__email",
    term=Term(after="poll__closes_on", days=365, then="delete"),
)
register(PollAnswer, purpose=_("Who can come when"), keep=["sheet", "option", "fit"])
