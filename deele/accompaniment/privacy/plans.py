"""A plan is a thing, not a person; what may tell of people stands with partners, contacts, members."""

from django.utils.translation import gettext_lazy as _

from deele.accompaniment.models import (
    Decision,
    GoodExample,
    Member,
    Milestone,
    Partner,
    PhaseChange,
    Plan,
    PlanContact,
    PlanFile,
    PlanTask,
    Proposal,
)
from deele.privacy.kinds import DELETE_ON_WISH, Term, register

PLAN = _("Accompanying a plan from the idea to the day people move in")
ONCE = _("guards against writing one thing twice")
WORDS = _("may tell of a person")
SOURCED = ["source", "source_url", "as_of", "as_of_precision", "licence"]

register(
    Plan,
    purpose=PLAN,
    keep=[
        *SOURCED, "title", "area", "adviser", "deputy", "carrier", "impulse", "aim", "place", "kinds", "legal_form",
        "dwellings", "people", "audiences", "blocks", "attitude", "attitude_note", "agreement", "agreed_on",
        "agreed_until", "paid_by", "limits", "state", "state_since", "begun_on", "ended_on", "phase", "phase_since",
        "phase_precision", "side", "track_group", "track_object", "track_law_money", "track_surroundings", "light",
        "light_reason", "light_note", "follow_up_on", "last_contact_on", "outcome", "stopped_for", "dwellings_made",
        "places_made", "lessons", "lessons_released", "entry", "accompanied", "external_id",
    ],
    secret={"form_token": _("guards against beginning one plan twice")},
)  # fmt: skip
register(
    PhaseChange,
    purpose=_("The history of a plan, from which durations are known"),
    keep=[
        "plan", "phase", "side", "entered_on", "precision", "out_of_order", "reason", "gate_met", "corrects",
        "withdrawn", "by", "written_at",
    ],
)  # fmt: skip
register(
    Milestone,
    purpose=PLAN,
    keep=["plan", "phase", "key", "title", "due_on", "done_on", "dropped", "proof_note", "proof_url", "rank"],
    secret={"form_token": ONCE},
)
register(
    Partner,
    purpose=_("Who takes part in a plan"),
    keep=["plan", "role", "name", "entry"],
    personal={
        "contact": _("to know whom to ask there"),
        "email": _("to write to the partner"),
        "note": WORDS,
    },
    secret={"form_token": ONCE},
    person="email",
)
register(
    Member,
    purpose=_("Contact persons of a group, who have its page"),
    keep=["plan", "link_sent_at"],
    personal={
        "name": _("to address the person"),
        "email": _("to send the link to the group's page"),
        "phone": _("to call back"),
        "task": WORDS,
    },
    secret={"form_token": ONCE},
    person="email",
    term=Term(after="plan__ended_on", days=2 * 365, then="delete"),
)
register(
    PlanContact,
    purpose=_("Counting the accompaniment, and remembering what was said"),
    keep=["plan", "happened_on", "kind", "channel", "duration", "people", "by"],
    personal={"note": WORDS, "next_step": WORDS},
    secret={"form_token": ONCE},
    term=Term(after="plan__ended_on", days=5 * 365),
)
register(
    PlanTask,
    purpose=_("What is to be done for a plan"),
    keep=["plan", "title", "due_on", "assignee", "for_group", "done_on"],
    secret={"form_token": ONCE},
)
register(
    PlanFile,
    purpose=_("Files of a plan"),
    keep=["plan", "milestone", "size", "shared", "by", "from_group"],
    personal={"name": WORDS, "file": WORDS},
    secret={"form_token": ONCE},
    term=Term(after="plan__ended_on", days=10 * 365, then="delete"),
)
register(
    Decision,
    purpose=_("What was decided in a plan"),
    keep=["plan", "decided_on"],
    personal={"text": WORDS, "decided_by": WORDS},
    secret={"form_token": ONCE},
    term=Term(after="plan__ended_on", days=10 * 365),
)
register(
    Proposal,
    purpose=_("What a group proposes to the office"),
    keep=["plan", "member", "kind", "milestone", "day", "file", "state", "made_at", "answered_by", "answered_at"],
    personal={"text": WORDS, "answer": WORDS},
    secret={"form_token": ONCE},
    person="member__email",
    term=DELETE_ON_WISH,
)
register(
    GoodExample,
    purpose=_("Telling others how a plan came about"),
    keep=["plan", "title", "started_by", "steps", "partners", "duration", "lessons", "released"],
)
