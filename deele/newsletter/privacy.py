"""Which fields of the newsletter speak of a person."""

from django.utils.translation import gettext_lazy as _

from deele.newsletter.models import (
    Bounce,
    Delivery,
    Digest,
    DigestRun,
    Issue,
    Item,
    ListImport,
    ListRow,
    Pace,
    Section,
    SignUp,
    Snapshot,
    Subscriber,
    Suppression,
)
from deele.newsletter.rules.terms import COPIES_DAYS, ENDED_DAYS, UNCONFIRMED
from deele.privacy.kinds import DELETE_ON_WISH, Term, register

INTEREST = ["topics", "target_group", "digest", "language"]

register(
    Subscriber,
    purpose=_("Sending the newsletters a person asked for"),
    keep=[
        *INTEREST, "state", "source", "confirmed_at", "ended_at", "paused_until", "soft_bounces", "soft_since",
        "soft_at", "hard_at", "bounce_code", "told_until",
    ],
    personal={"email": _("where the newsletter goes"), "name": _("for the salutation, where somebody wants one")},
    secret={
        "handle": _("opens the person's settings from a mail"),
        "fingerprint": _("keyed hash of the address, to know it on the list of suppressions"),
    },
    person="email",
    term=Term(after="ended_at", days=ENDED_DAYS, then="delete"),
)  # fmt: skip
register(
    SignUp,
    purpose=_("A wish for a newsletter until it is confirmed"),
    keep=[*INTEREST, "subscriber", "asked_at", "confirmed_at", "text_version", "source"],
    personal={"name": _("for the salutation, where somebody wants one")},
    secret={"ip_mark": _("keyed hash of the connection, part of the proof of consent")},
    person="subscriber__email",
    term=Term(after="asked_at", days=UNCONFIRMED.days, then="delete"),
)
register(
    Suppression,
    purpose=_(
        "Never writing again to somebody who does not want it. Known by a fingerprint only, kept after an erasure"
    ),
    keep=["fingerprint", "area", "reason", "since"],
)
register(
    Bounce,
    purpose=_("Not writing again and again to an address that cannot be reached"),
    keep=["subscriber", "kind", "code", "at", "way", "mark"],
    person="subscriber__email",
    term=Term(after="at", days=365, then="delete"),
)
register(
    Issue,
    purpose=_("Issues of the newsletters, kept as their archive"),
    keep=[
        "area", "title", "subject", "preheader", "lead", "slug", "state", "last_editor", "released_by", "released_at",
        "scheduled_for", "held", "paused", "stopped", "running_since", "running_from", "sent_at", "recipients_count",
    ],
)  # fmt: skip
register(Section, purpose=_("The parts of an issue"), keep=["issue", "kind", "title", "text", "rank"])
register(Item, purpose=_("The records in an issue"), keep=["section", "ref", "piece", "own_title", "own_text", "rank"])
register(Snapshot, purpose=_("An issue as it was sent"), keep=["issue", "language", "mark", "content"])
register(
    Delivery,
    purpose=_("Sending each copy once, and being able to say who received an issue"),
    keep=[
        "issue", "domain", "language", "state", "attempts", "next_at", "lease_token", "lease_until", "settled_at",
    ],
    personal={
        "email": _("where the copy goes"),
        "answer": _("what the mail server said, which may name the address"),
    },
    secret={
        "handle": _("opens the person's settings from a mail"),
        "fingerprint": _("keyed hash of the address, so that nobody receives an issue twice"),
    },
    person="email",
    term=Term(after="issue__sent_at", days=COPIES_DAYS, then="anonymise"),
)  # fmt: skip
register(
    DigestRun,
    purpose=_("The overviews of what is new: when they went out, and to how many"),
    keep=["begins_on", "state", "made", "empty", "finished_at", "decided_by", "decided_at"],
)
register(
    Digest,
    purpose=_("Telling nobody of the same thing twice"),
    keep=["run", "subscriber", "refs", "made_at"],
    person="subscriber__email",
    term=DELETE_ON_WISH,
)
register(Pace, purpose=_("Keeping to the limits of mail servers"), keep=["key", "until"])
register(
    ListImport,
    purpose=_("Knowing which lists of subscribers were taken over, and by whom"),
    keep=["name", "area", "state", "notes", "total", "counts", "by", "applied_at"],
)
register(
    ListRow,
    purpose=_("The rows of a list until it is settled"),
    keep=["batch", "number", "areas", "unknown_areas", "proof_on", "verdict"],
    personal={
        "email": _("whose row it is"),
        "name": _("for the salutation"),
        "proof_way": _("how the consent was given"),
        "proof_text": _("what was allowed"),
    },
    person="email",
    term=Term(after="batch__created_at", days=30, then="delete"),
)
