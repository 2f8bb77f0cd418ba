"""A plan is a thing, not a person; what may tell of people stands with partners, contacts, members."""

from django.utils.translation import gettext_lazy as _

from deele.accompaniment.models import (
    Application,
    ApplicationMove,
    FinderAnswers,
    FundsCall,
    Milestone,
    MoneySource,
    MoneyUse,
    Partner,
    PhaseChange,
    Plan,
    SuccessGoal,
)
from deele.privacy.kinds import register

PLAN = _("Accompanying a plan from the idea to the day people move in")
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
        "plan", "phase", "side", "entered_on", "precision", "out_of_order", "reason", "corrects", "withdrawn", "by",
        "written_at",
    ],
)  # fmt: skip
register(
    Milestone,
    purpose=PLAN,
    keep=["plan", "phase", "key", "title", "due_on", "done_on", "dropped", "proof_note", "proof_url", "rank"],
)
register(
    Partner,
    purpose=_("Who takes part in a plan"),
    keep=["plan", "role", "name", "entry"],
    personal={
        "contact": _("to know whom to ask there"),
        "email": _("to write to the partner"),
        "note": _("may tell of a person"),
    },
    person="email",
)

MONEY = _("Advising on the money of a plan, and counting what was granted")
ONCE = {"form_token": _("guards against writing one line twice")}
register(
    MoneySource,
    purpose=MONEY,
    keep=["plan", "instrument", "cents", "status", "programme_version"],
    personal={"label": _("may name who lends money"), "condition": _("may tell of a person")},
    secret=ONCE,
)
register(MoneyUse, purpose=MONEY, keep=["plan", "use", "label", "cents"], secret=ONCE)
register(FinderAnswers, purpose=_("Advising on the legal form"), keep=["plan", "answers", "kept_on", "kept_by"])
register(
    Application,
    purpose=MONEY,
    keep=[
        "plan", "programme_version", "round", "state", "told_by", "begun_on", "talk_on", "advised_on", "sketch_on",
        "filed_on", "decided_on", "asked_cents", "granted_cents", "conditions", "interim_due_on", "interim_done_on",
        "final_due_on", "final_done_on",
    ],
    secret=ONCE,
)  # fmt: skip
register(
    ApplicationMove,
    purpose=_("Where an application stood, who said so and why"),
    keep=["application", "before", "state", "happened_on", "told_by", "takes_back", "by", "written_at"],
    personal={"reason": _("may tell of a person")},
)
register(FundsCall, purpose=MONEY, keep=["application", "called_on", "cents", "paid_on"], secret=ONCE)
register(SuccessGoal, purpose=MONEY, keep=["application", "title", "target", "actual"], secret=ONCE)
