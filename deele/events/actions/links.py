"""Mail links: people see, change and cancel their registration without an account."""

from datetime import datetime, timedelta

from django.core import signing

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.audit.actions import reference
from deele.events.models import Registration

HOLD = "events.registration"
RECEIPT = "events.receipt"
RECEIPT_DAYS = 30
AFTER_THE_EVENT = timedelta(days=90)  # certificates and invoices are fetched later too
AT_LEAST = timedelta(days=90)


def issue(registration: Registration, *, now: datetime) -> str:
    """Make a link to the registration for its contact; may be used again until long after the event."""
    ends = (registration.event.ends_at or now) + AFTER_THE_EVENT
    return mail_links.issue(
        purpose=HOLD,
        subject=reference(registration),
        email=registration.contact_email,
        valid_for=max(ends - now, AT_LEAST),
        now=now,
        single_use=False,
    )


def registration_of(link: MailLink) -> Registration | None:
    """The registration a link opens, as long as the address is still its contact."""
    pk = int(link.subject.rpartition(":")[2])
    found = Registration.objects.select_related("event__area__carrier", "event__place", "place")
    return found.filter(pk=pk, contact_email__iexact=link.email).first()


def receipt(registration: Registration) -> str:
    """A word for the address of the page that thanks: it shows where the registration stands and opens nothing."""
    return signing.dumps(registration.pk, salt=RECEIPT)


def receipted(word: str) -> int | None:
    """The number of the registration behind such a word; None for forged and old ones."""
    try:
        return int(signing.loads(word, salt=RECEIPT, max_age=RECEIPT_DAYS * 86_400))
    except signing.BadSignature:
        return None
