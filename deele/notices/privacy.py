"""Which fields of notices speak of a person."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.notices.actions import erasing
from deele.notices.models import Message, Need, Notice, Proposal, Reach
from deele.notices.rules.moves import KEPT_DAYS
from deele.privacy.kinds import Term, register, tell

register(
    Notice,
    purpose=_("To bring together who seeks and who offers communal living"),
    keep=[
        "kind", "entry", "visibility", "state", "state_since", "public_since", "changed_at", "expires_on", "ended_on",
        "through_us",
    ],
    personal={
        "title": _("what somebody seeks or offers, in one line"),
        "text": _("what somebody seeks or offers, in own words"),
        "area_types": _("where somebody wants to live"),
        "household": _("with how many"),
        "with_children": _("whether with children"),
        "ages": _("band of age"),
        "housing_forms": _("how somebody wants to live"),
        "legal": _("rent or own"),
        "equity": _("band of own money"),
        "monthly": _("band of monthly cost"),
        "horizon": _("when"),
        "brings": _("skills and time"),
        "wishes": _("what matters to somebody"),
        "partner_own": _("what somebody is as a partner"),
        "partner_wanted": _("which partner is sought"),
        "access_offered": _("how the offered house can be entered"),
        "care_offered": _("care possible in the offered house"),
        "contact_name": _("to introduce two sides when both agree"),
        "contact_email": _("to pass messages on and to ask whether it still holds"),
        "state_reason": _("why it was refused or taken out"),
    },
    secret={"form_token": _("guards against sending the form twice")},
    person="contact_email",
    term=Term(after="ended_on", days=KEPT_DAYS, then="anonymise"),
)  # fmt: skip
register(
    Reach,
    purpose=_("Where a notice reaches"),
    keep=["notice", "radius_km", "lat", "lon", "reach_km", "west", "south", "east", "north"],
    personal={"place": _("where somebody wants to live")},
    person="notice__contact_email",
    term=Term(after="notice__ended_on", days=KEPT_DAYS, then="delete"),
)
register(
    Need,
    purpose=_("Need of access and care: counted by the match alone, with a consent of its own (Art. 9 GDPR)"),
    keep=["notice"],
    secret={"sealed": _("need of access and care; nobody but the person sees it")},
    person="notice__contact_email",
    term=Term(after="notice__ended_on", days=30, then="delete"),
)
register(
    Message,
    purpose=_("To pass a message on without showing an address"),
    keep=["notice", "sent_at"],
    personal={"name": _("who wrote"), "email": _("where to answer"), "text": _("what was written")},
    secret={"token": _("guards against sending the form twice")},
    person="email",
    term=Term(after="sent_at", days=90, then="delete"),
)
register(
    Proposal,
    purpose=_("Which notices were proposed to each other, so that nothing declined comes again"),
    keep=[
        "first", "second", "state", "proposed_at", "asked_at", "asked_by", "first_answered_at", "second_answered_at",
        "introduced_at", "outcome_asked_at", "outcome_at", "first_answer", "second_answer", "outcome",
    ],
    personal={"reasons": _("what two notices have in common")},
    secret={"rank": _("order of proposals; counts sealed needs")},
    person=("first__contact_email", "second__contact_email"),
    term=Term(after="proposed_at", days=2 * KEPT_DAYS, then="anonymise"),
)  # fmt: skip


def after_erasure(model: type, pks: list[int]) -> None:
    """A notice without its person takes part no more."""
    if model is Notice:
        erasing.end(pks=pks, now=timezone.now())


tell("notices", after_erasure)
