"""Which fields of the alliance speak of a person."""

from django.utils.translation import gettext_lazy as _

from deele.alliance.models import Delegate, Membership, Profile, ProfileDraft, Tiding, TopicMute
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
    TopicMute,
    purpose=_("What a delegate gets no mails about"),
    keep=["delegate", "topic", "since"],
)
