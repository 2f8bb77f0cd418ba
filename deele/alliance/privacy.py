"""Which fields of the alliance speak of a person."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.alliance.actions import forgetting
from deele.alliance.models import (
    Delegate,
    JoinRequest,
    Mark,
    Match,
    MemberMerge,
    Membership,
    Profile,
    ProfileDraft,
    Tiding,
    TopicMute,
)
from deele.privacy.kinds import Term, register, tell

# Everything a person may ask for hangs on the addresses of those who act for a member. Erasure empties nothing here by
# itself: facts of organisations stay. A private member is forgotten by an action of its own, `after_erasure` below.
OF_DELEGATES = "delegates__email"
TEXTS = ["portrait", "understanding", "expects", "contributes"]
SOURCED = ["source", "source_url", "as_of", "as_of_precision", "licence"]
VERIFIED = ["verified_at", "verified_by", "verification_method"]
register(
    Membership,
    purpose=_("Who belongs to the alliance, how, since when"),
    keep=[
        "name", "former_names", "kind", "level", "basis", "umbrella", "entry", "place", "website", "themes", "since",
        "since_precision", "until", "state", "state_since", "state_reason", "succeeded_by", "external_id",
        "internal_note", *SOURCED, *VERIFIED,
    ],
    person=OF_DELEGATES,
)  # fmt: skip
register(
    Profile,
    purpose=_("What a member says of itself in public"),
    keep=[
        "membership", *TEXTS, *SOURCED, *VERIFIED, "published_at", "next_review_on", "asked_at", "asked_times",
        "former",
    ],
    person=f"membership__{OF_DELEGATES}",
)  # fmt: skip
register(
    ProfileDraft,
    purpose=_("The next version of a member's profile, until it is agreed"),
    keep=["membership", *TEXTS, *SOURCED, "sent_at", "answer"],
    personal={"written_by": _("whose hand it was")},
    person=f"membership__{OF_DELEGATES}",
)
register(
    JoinRequest,
    purpose=_("A wish to join the alliance, until its address is proven"),
    keep=["kind", "level", "made_at", "proven_at", "membership"],
    personal={
        "name": _("who wants to join; may be a private person"),
        "place": _("where they are"),
        "website": _("what they are"),
        "portrait": _("in own words"),
        "contributes": _("in own words"),
        "contact_name": _("to answer"),
        "contact_email": _("to answer"),
        "contact_task": _("what somebody does there"),
    },
    secret={"form_token": _("guards against sending the form twice")},
    person="contact_email",
    term=Term(after="made_at", days=30, then="delete"),
)
register(
    MemberMerge,
    purpose=_("Two members that became one, so that it can be taken back"),
    keep=["kept", "gone", "at", "by", "before", "undone_at"],
)
register(
    Delegate,
    purpose=_("Who acts for a member of the alliance and is written to"),
    keep=["membership", "since", "until", "muted_until", "told_at", "stamp"],
    personal={
        "name": _("members of one working group know each other by name"),
        "email": _("to sign in and to be written to"),
        "task": _("what somebody does at the member"),
    },
    person="email",
    term=Term(after="until", days=365, then="delete"),
)
register(
    Tiding,
    purpose=_("Telling delegates what happened, each thing once"),
    keep=["delegate", "key", "topic", "path", "urgent", "made_at", "told_at"],
    personal={"text": _("what was told to a person")},
    person="delegate__email",
    term=Term(after="made_at", days=180, then="delete"),
)
register(
    Mark,
    purpose=_("What members give and seek, marked in their own words"),
    keep=[
        "profile", "field", "quote", "start", "side", "kind", "themes", "groups", "everywhere",
        "availability", "available_from", "available_until", "contact_way", "contact_until", "valid_until", "state",
        "origin", "word", "decided_at", "decided_by", "decided_by_delegate", "words",
    ],
    personal={"contact": _("whom to ask at a member; seen only by those with whom both sides agreed")},
    person="decided_by_delegate__email",
    # Confirmed every year with the profile, emptied when the member leaves (actions.mark_contacts).
    term=Term(after="contact_until", days=180, then="anonymise"),
)  # fmt: skip
register(
    Match,
    purpose=_("Bringing needs and offers of members together, each pair once, and what came of it"),
    keep=[
        "need", "offer", "seeker", "giver", "rank", "reasons", "state", "found_at", "asked_at", "asked_by",
        "seeker_answer", "seeker_answered_at", "seeker_delegate", "giver_answer", "giver_answered_at",
        "giver_delegate", "agreed_at", "outcome", "outcome_asked_at", "outcome_at",
    ],
    personal={"outcome_note": _("what came of it, in the words of a person")},
    person=("seeker_delegate__email", "giver_delegate__email"),
    term=Term(after="outcome_at", days=3 * 365, then="anonymise"),
)  # fmt: skip


def after_erasure(model: type, pks: list[int]) -> None:
    """A private person who asked to be erased is a member no more, and has no name left."""
    if model is Membership:
        forgetting.forget_those(pks=pks, now=timezone.now())


tell("alliance", after_erasure)
register(
    TopicMute,
    purpose=_("What a delegate gets no mails about"),
    keep=["delegate", "topic", "since"],
)
