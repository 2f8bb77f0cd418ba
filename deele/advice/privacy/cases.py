"""A case is anonymous unless its client wants to be known; then name and words end with its term (rules.cases)."""

from django.utils.translation import gettext_lazy as _

from deele.advice.actions import anonymising
from deele.advice.models import (
    Case,
    CaseDocument,
    CaseLine,
    CaseOpening,
    CaseShare,
    CaseTask,
    ConfidentialNote,
    Referral,
)
from deele.privacy.kinds import DELETE_ON_WISH, Term, register, tell

ADVICE = _("Advising one client over time")
WORDS = _("may tell of a person")
CLIENT = "case__client_email"

register(
    Case,
    purpose=ADVICE,
    keep=[
        "area", "arrived_on", "channel", "audience", "topics", "where", "place", "code", "adviser", "deputy",
        "priority", "due_on", "follow_up_on", "state", "state_since", "results", "closed_at", "erase_on",
        "plan",
    ],
    personal={
        "client_name": _("to address the client"),
        "client_organisation": _("to know for whom the client asks"),
        "client_email": _("to answer"),
        "client_phone": _("to call back"),
        "working_note": WORDS,
    },
    secret={"form_token": _("guards against opening one case twice")},
    person="client_email",
    term=Term(after="erase_on", days=0),
)  # fmt: skip
register(
    CaseLine,
    purpose=_("The timeline of a case"),
    keep=["case", "kind", "at", "by", "detail", "contact", "task", "document", "referral"],
    personal={"text": WORDS},
    secret={"form_token": _("guards against writing one line twice")},
    person=CLIENT,
)
register(
    CaseTask,
    purpose=_("What is to be done for a case"),
    keep=["case", "due_on", "assignee", "done_at"],
    personal={"title": WORDS},
    person=CLIENT,
)
register(
    CaseDocument,
    purpose=_("Files of a case"),
    keep=["case", "media_type", "size", "by"],
    personal={"name": WORDS, "file": WORDS},
    person=CLIENT,
    term=DELETE_ON_WISH,
)
register(
    Referral,
    purpose=_("Counting referrals, and proof of the consent where a client was passed on"),
    keep=[
        "case", "area", "place", "made_on", "by", "target_kind", "entry", "handover", "consent_on", "consent_way",
    ],
    personal={"target_name": WORDS, "consent_scope": WORDS},
    person=CLIENT,
)  # fmt: skip
register(
    ConfidentialNote,
    purpose=_("What only the people on a case may read"),
    keep=["case", "key_name", "written_by", "written_at"],
    secret={"box": _("encrypted; the key lies outside the database")},
    person=CLIENT,
    term=DELETE_ON_WISH,
)
register(CaseShare, purpose=_("Who else may see a case"), keep=["case", "user", "by"])
register(
    CaseOpening,
    purpose=_("Proof of who opened a case that is not theirs, and why"),
    keep=["case", "user", "opened_at", "until"],
    personal={"reason": WORDS},
    person=CLIENT,
)
tell("advice.case", anonymising.told)
