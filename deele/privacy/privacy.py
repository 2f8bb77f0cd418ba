"""The registrations of the floors below this one, of this app, and of third-party tables with people in them."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.forms.models import FormSubmission
from wagtail.users.models import UserProfile

from deele.access.models import Grant
from deele.accounts.models import MailLink, User
from deele.audit.models import Entry
from deele.core.models import JobSchedule, JobWorker
from deele.office.models import Area, Carrier, Office
from deele.privacy.kinds import DELETE_ON_WISH, Term, register, tell
from deele.privacy.models import Consent, Erasure, Lookup, RetentionRun

register(
    JobWorker,
    purpose=_("Knowing which background worker lives."),
    keep=["host", "pid", "started_at", "seen_at"],
)
register(
    JobSchedule,
    purpose=_("Knowing when background work is due."),
    keep=["key", "due_at", "running_by", "running_since", "token", "last_ok_at", "last_error", "fails"],
)

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
    keep=["user", "role", "area", "starts_on", "ends_on", "granted_by", "ended_at", "ended_by"],
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


def mark_redacted(model: type[models.Model], keys: list[Any]) -> None:
    """Log entries emptied by their term are marked like those emptied by an erasure."""
    if model is Entry:
        Entry.objects.filter(pk__in=keys).update(redacted_at=timezone.now())


tell("audit", mark_redacted)

register(
    Consent,
    purpose=_("Proving that a person allowed something, and when they took it back."),
    keep=["fingerprint", "purpose", "text_version", "source", "given_at", "withdrawn_at"],
    personal={
        "email": _("Whose consent it is."),
        "proof": _("What shows that it was given."),
    },
    person="email",
    term=Term(after="withdrawn_at", days=1095),
)
register(
    Erasure,
    purpose=_("Proving that an erasure was done. The address is kept as a fingerprint only."),
    keep=["at", "by", "counts", "fingerprint"],
)
register(
    Lookup,
    purpose=_("Proving who looked up or exported the data of a person."),
    keep=["at", "by", "counts", "fingerprint"],
    term=Term(after="at", days=3650, then="delete"),
)
register(
    RetentionRun,
    purpose=_("Proving that data was ended in time."),
    keep=["at", "by", "counts", "is_dry", "finished_at"],
)

# Tables of third parties with people in them. The framework's own `clearsessions` ends old sessions every day.
register(
    EmailAddress,
    purpose=_("Confirmed addresses of accounts."),
    keep=["user", "verified", "primary"],
    personal={"email": _("The address is the name at sign-in.")},
    person=("email", "user__email"),
    term=DELETE_ON_WISH,
)
register(
    Authenticator,
    purpose=_("The second factor at sign-in."),
    keep=["user", "type", "last_used_at"],
    secret={"data": _("Sealed keys and passkeys.")},
    person="user__email",
    term=DELETE_ON_WISH,
)
register(
    UserSession,
    purpose=_("Showing people where they are signed in."),
    keep=["user", "last_seen_at"],
    personal={
        "ip": _("Recognising a strange sign-in."),
        "user_agent": _("Recognising one's own device."),
        "data": _("Details of the device."),
    },
    secret={"session_key": _("Opens the session.")},
    person="user__email",
    term=Term(after="last_seen_at", days=30, then="delete"),
)
register(
    UserProfile,
    purpose=_("Settings of the editors' pages."),
    keep=[
        "user", "submitted_notifications", "approved_notifications", "rejected_notifications",
        "updated_comments_notifications", "preferred_language", "current_time_zone", "dismissibles", "theme",
        "density", "contrast", "keyboard_shortcuts",
    ],
    personal={"avatar": _("A picture, where somebody wants one.")},
    person="user__email",
    term=DELETE_ON_WISH,
)  # fmt: skip
register(
    LogEntry,
    purpose=_("Repairs in the technicians' pages."),
    keep=["action_time", "user", "content_type", "object_id", "action_flag"],
    personal={"object_repr": _("What was repaired."), "change_message": _("Which fields.")},
    person="user__email",
    term=Term(after="action_time", days=1095, then="delete"),
)
register(
    FormSubmission,
    purpose=_("Messages sent through forms of the website."),
    keep=["page", "submit_time"],
    personal={"form_data": _("What the person wrote to us.")},
    term=Term(after="submit_time", days=365, then="delete"),
)
