"""Which fields of the alliance speak of a person."""

from django.utils.translation import gettext_lazy as _

from deele.alliance.models import Delegate, Mark, Match, Membership, Profile, ProfileDraft, Tiding
from deele.privacy.kinds import Term, register

register(
    Membership,
    purpose=_("Who belongs to the alliance, how, since when"),
    # Facts of organisations; the name of a private member is emptied by actions of its own (privacy.kinds.tell).
    keep=[
        "name", "former_names", "kind", "level", "basis", "umbrella", "entry", "place", "website", "themes", "since",
        "since_precision", "until", "state", "state_since", "state_reason", "succeeded_by", "external_id",
        "internal_note", "source", "source_url", "as_of", "as_of_precision", "licence", "verified_at", "verified_by",
        "verification_method",
    ],
)  # fmt: skip
TEXTS = ["portrait", "understanding", "expects", "contributes"]
SOURCED = ["source", "source_url", "as_of", "as_of_precision", "licence"]
register(
    Profile,
    purpose=_("What a member says of itself in public"),
    # Statements of organisations, meant for the public; those of a private member go with its name.
    keep=[
        "membership", *TEXTS, *SOURCED, "published_at", "next_review_on", "asked_at", "asked_times", "former",
        "verified_at", "verified_by", "verification_method",
    ],
)  # fmt: skip
register(
    ProfileDraft,
    purpose=_("The next version of a member's profile, until it is agreed"),
    keep=["membership", *TEXTS, *SOURCED, "sent_at"],
    personal={"written_by": _("whose hand it was"), "answer": _("what the office says to it")},
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
        "availability", "available_from", "available_until", "contact_way", "valid_until", "state", "origin", "word",
        "decided_at", "decided_by", "decided_by_delegate", "words",
    ],
    personal={"contact": _("whom to ask at a member; seen only by those with whom both sides agreed")},
    person="decided_by_delegate__email",
    term=Term(after="valid_until", days=365, then="anonymise"),
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
