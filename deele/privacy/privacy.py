"""The registrations of the floors below this one, of this app, and of third-party tables with people in them."""

from django.utils.translation import gettext_lazy as _

from deele.access.models import Grant
from deele.accounts.models import MailLink, User
from deele.audit.models import Entry
from deele.office.models import Area, Carrier, Office
from deele.privacy.kinds import Term, register

register(
    Office,
    purpose=_("Naming the office on its pages and papers."),
    keep=["name", "short_name", "claim", "state_key", "email", "phone", "address"],
)
register(
    Carrier,
    purpose=_("Naming the legal bodies behind the work."),
    keep=["name", "legal_form", "address", "website", "funder_block"],
)
register(
    Area,
    purpose=_("Dividing the work into areas."),
    keep=["key", "name", "carrier", "colour", "logo", "funder_block", "rank"],
)
register(
    User,
    purpose=_("Signing in to the desk."),
    personal={
        "email": _("The address is the name at sign-in."),
        "name": _("Colleagues see who did what."),
        "last_login": _("Unused accounts are found and closed."),
    },
    secret={"password": _("Only a hash is kept.")},
    keep=["is_active", "is_staff", "is_superuser"],
    person="email",
)
register(
    MailLink,
    purpose=_("Letting a person act from a mail without an account."),
    personal={"email": _("The link proves this address.")},
    secret={"token_hash": _("Hash of the link.")},
    keep=["purpose", "subject", "expires_at", "used_at", "single_use"],
    person="email",
    term=Term(after="expires_at", days=180, then="delete"),
)
register(
    Grant,
    purpose=_("Saying who may do what, and who decided it."),
    keep=["user", "role", "area", "starts_on", "ends_on", "granted_by"],
    person="user__email",
)
register(
    Entry,
    purpose=_("Showing who did what and who looked at sensitive records."),
    keep=["event", "at", "actor_id", "about", "redacted_at"],
    personal={
        "actor_name": _("Who acted."),
        "about_name": _("What or whom it was about."),
        "data": _("Old and new values."),
    },
    term=Term(after="at", days=3650),
)
