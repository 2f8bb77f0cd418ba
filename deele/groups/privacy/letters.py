"""Mails to groups."""

from django.utils.translation import gettext_lazy as _

from deele.groups.models import GroupLetter
from deele.groups.privacy.files import WORDS
from deele.groups.privacy.polls import ONCE
from deele.privacy.kinds import Term, register

register(
    GroupLetter,
    purpose=_("What was written to a working group"),
    keep=["group", "sent_at", "sent_by", "number"],
    personal={"subject": WORDS, "text": WORDS},
    secret={"form_token": ONCE},
    term=Term(after="sent_at", days=3 * 365, then="delete"),
)
