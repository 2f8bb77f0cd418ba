"""The money of a plan: sums and conditions, told by the carrier; who lends is named only by the group's own words."""

from django.utils.translation import gettext_lazy as _

from deele.accompaniment.models import (
    Application,
    ApplicationMove,
    FinderAnswers,
    FundsCall,
    MoneySource,
    MoneyUse,
    SuccessGoal,
)
from deele.privacy.kinds import register

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
