"""Which fields of joint actions speak of a person."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.jointactions.actions import erasing
from deele.jointactions.models import (
    ActionPartner,
    Call,
    JointAction,
    Material,
    Photo,
    PhotoUse,
    Result,
    Submission,
    TourStop,
)
from deele.privacy.kinds import Term, register, tell

KEPT_DAYS = 90

register(
    JointAction,
    purpose=_("What members of the alliance do together"),
    # Facts of organisations; who proposed it is a row of its own and goes with it.
    keep=[
        "title", "aim", "text", "goals", "themes", "target_groups", "place", "begins", "begins_precision", "ends",
        "ends_precision", "lead", "lead_name", "caretaker", "proposed_by", "is_public", "state", "state_since",
        "state_reason", "worked", "failed", "again", "advice", "external_id", "form_token", "source", "source_url",
        "as_of", "as_of_precision", "licence",
    ],
)  # fmt: skip
register(
    ActionPartner,
    purpose=_("Who takes part in a joint action with what; named only after having agreed"),
    keep=["action", "membership", "name", "kind", "contribution", "agreed_on", "agreed_how", "declined_on"],
)
register(
    TourStop,
    purpose=_("Where a joint action can be seen"),
    keep=[
        "action", "place", "venue", "street", "begins", "precision", "ends", "hours", "host", "access", "visitors",
        "counted_by",
    ],
)  # fmt: skip
register(
    Call,
    purpose=_("What people are asked to send in, on which terms"),
    keep=[
        "action", "title", "text", "audience", "accepts", "most_photos", "opens_at", "closes_at", "needs_exhibition",
        "needs_website", "needs_print", "needs_press", "terms", "terms_version", "released",
    ],
)  # fmt: skip
register(
    Result,
    purpose=_("How far a joint action reached"),
    keep=["action", "kind", "value", "note", "source", "source_url", "as_of", "as_of_precision", "licence"],
)
register(
    Material,
    purpose=_("What is left of a joint action"),
    keep=[
        "action",
        "kind",
        "title",
        "url",
        "publisher",
        "published_on",
        "size",
        "people",
        "minors",
    ],
    personal={
        "file": _("a photo of what took place; people may be seen, who agreed"),
        "small": _("the same, smaller"),
        "credit": _("whoever takes a picture has the right to be named"),
        "rights": _("who gave the right, and how we know"),
        "alt": _("what a photo shows"),
    },
)
register(
    Submission,
    purpose=_("To show what people sent in, as far as they allowed it"),
    keep=[
        "call", "made", "people", "minors", "for_exhibition", "for_website", "for_print", "for_press",
        "terms_version", "standing", "standing_since", "submitted_at", "ended_on",
    ],
    personal={
        "name": _("who sent it in"),
        "organisation": _("for whom"),
        "email": _("to ask back and to send the link that withdraws it"),
        "text": _("what somebody wrote"),
        "town": _("where a photo was made"),
        "year": _("when a photo was made"),
        "credit": _("the name that stands beside it"),
        "answer": _("what the office answered"),
    },
    secret={"form_token": _("guards against sending the form twice")},
    person="email",
    term=Term(after="ended_on", days=KEPT_DAYS, then="anonymise"),
)  # fmt: skip
register(
    Photo,
    purpose=_("Photos people sent in; taken down with the file when they withdraw"),
    keep=["submission", "width", "height", "rank", "left_out"],
    personal={
        "image": _("what somebody sent in; people may be seen"),
        "small": _("the same, smaller"),
        "alt": _("what a photo shows"),
    },
    secret={"digest": _("tells the same photo"), "look": _("tells the same photo")},
    person="submission__email",
    term=Term(after="submission__ended_on", days=KEPT_DAYS, then="anonymise"),
)
register(
    PhotoUse,
    purpose=_("Where a photo was used, so that it can be taken down"),
    keep=["photo", "kind", "where", "since", "ended_on"],  # words of the office about a place, not of a person
)


def after_erasure(model: type, pks: list[int]) -> None:
    """What nobody stands behind any more is not shown."""
    if model is Submission:
        erasing.end(pks=pks, now=timezone.now())


tell("jointactions", after_erasure)
