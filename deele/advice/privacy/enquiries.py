"""An enquiry holds words and ways to answer; they end half a year after its end. What counts stays."""

from django.utils.translation import gettext_lazy as _

from deele.advice.actions import enquiry_ends
from deele.advice.models import (
    Absence,
    Enquiry,
    EnquiryFile,
    EnquiryMessage,
    IncomingMail,
    Responsibility,
    TextBlock,
)
from deele.privacy.kinds import DELETE_ON_WISH, Term, register, tell

WORDS = _("may tell of a person")
ASKED = "enquiry__email"
MAIL_DAYS = 60  # what the mailbox gave: long enough to know a mail that is read twice

register(
    Enquiry,
    purpose=_("Answering questions, and counting how fast and of what kind"),
    keep=[
        "area", "channel", "topic", "audience", "place", "about", "about_title", "answer_by", "code", "adviser",
        "deputy", "state", "state_since", "arrived_at", "promised_on", "look_again_on", "answered_at", "answer_days",
        "had_nothing", "handed_out", "no_advice", "contact", "case", "erase_on", "reminded_on", "is_sender_proven",
        "passed_to",
    ],
    personal={
        "text": WORDS,
        "subject": WORDS,
        "name": _("to address the person"),
        "organisation": _("to know for whom somebody asks"),
        "email": _("to answer"),
        "phone": _("to call back"),
        "forwarded_by": _("to ask back"),
        "consent": _("proof of what was agreed to"),
    },
    secret={"form_token": _("guards against taking one enquiry twice")},
    person="email",
    term=Term(after="erase_on", days=0),
)  # fmt: skip
register(
    EnquiryMessage,
    purpose=_("What was written to and fro about an enquiry"),
    keep=["enquiry", "direction", "at", "by"],
    personal={"text": WORDS, "sender": _("to see who wrote a mail")},
    secret={"form_token": _("guards against writing one message twice")},
    person=ASKED,
)
register(
    EnquiryFile,
    purpose=_("Files that came with a mail"),
    keep=["enquiry", "media_type", "size", "problem"],
    personal={"name": WORDS, "content": WORDS},
    person=ASKED,
    term=DELETE_ON_WISH,
)
register(
    IncomingMail,
    purpose=_("Reading each mail of the mailbox once, and never answering a machine"),
    keep=["box", "arrived_at", "outcome", "enquiry", "size"],
    personal={"sender": _("to stop loops")},
    secret={"mark": _("a fingerprint of the mail")},
    person="sender",
    term=Term(after="arrived_at", days=MAIL_DAYS, then="delete"),
)
register(Responsibility, purpose=_("Who answers what"), keep=["area", "topic", "place", "adviser", "deputy"])
register(
    Absence, purpose=_("Who stands in for whom"), keep=["user"], personal={"since": WORDS, "until": WORDS},
    person="user__email", term=Term(after="until", days=30, then="delete"),
)  # fmt: skip
register(TextBlock, purpose=_("Words used in many answers"), keep=["area", "title", "text"])
tell("advice.enquiry", enquiry_ends.told)
