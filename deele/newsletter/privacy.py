"""Which fields of the newsletter speak of a person."""

from django.utils.translation import gettext_lazy as _

from deele.newsletter.models import Bounce, SignUp, Subscriber, Suppression
from deele.newsletter.rules.terms import ENDED_DAYS, UNCONFIRMED
from deele.privacy.kinds import Term, register

INTEREST = ["topics", "target_group", "digest", "language"]

register(
    Subscriber,
    purpose=_("Sending the newsletters a person asked for"),
    keep=[
        *INTEREST, "state", "source", "confirmed_at", "ended_at", "paused_until", "soft_bounces", "soft_since",
        "soft_at", "hard_at", "bounce_code",
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
    keep=[*INTEREST, "subscriber", "asked_at", "text_version", "source"],
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
