"""What the outbox knows of people, and for how long.

Texts are emptied after DEELE_MAIL_KEPT_DAYS by `tasks.erase`; the rest of the row holds its key, so that
nothing is sent twice, and goes a year later.
"""

from django.utils.translation import gettext_lazy as _

from deele.mail.models import Attachment, MailState, OutgoingMail
from deele.privacy.kinds import Term, register

register(
    OutgoingMail,
    purpose=_("Sending mail, and knowing whether it arrived."),
    personal={
        "to": _("Where the message goes."),
        "subject": _("May name a person or a matter."),
        "body": _("The message."),
        "html": _("The message."),
        "reply_to": _("Whom an answer reaches."),
        "headers": _("May hold a personal address for unsubscribing."),
        "last_answer": _("Mail servers repeat the address."),
    },
    keep=[
        *("purpose", "key", "message_id", "about", "urgency", "state", "attempts", "next_at"),
        *("lease_token", "lease_until", "sent_at", "body_erased_at"),
    ],
    person="to",
    term=Term(after="updated_at", days=365, then="delete"),
)
register(
    Attachment,
    purpose=_("Files that go with a mail; erased together with its text."),
    personal={"name": _("May name a person."), "content": _("An invoice, a confirmation.")},
    keep=["mail", "media_type"],
    person="mail__to",
    term=Term(after="mail__updated_at", days=365, then="delete"),
)
register(
    MailState,
    purpose=_("Stopping mail, for instance in a restored copy."),
    personal={"muted_by": _("Colleagues see who stopped the mail.")},
    keep=["muted", "reason", "muted_at", "trouble", "trouble_since"],
)
