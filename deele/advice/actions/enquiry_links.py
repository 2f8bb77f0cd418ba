"""Links to one's own enquiry, and the word that shows what has just been sent."""

from datetime import datetime, timedelta

from django.core import signing

from deele.accounts.actions import mail_links
from deele.advice.models import Enquiry
from deele.audit.actions import reference

OWN = "advice.enquiry"
RECEIPT = "advice.receipt"
VALID = timedelta(days=180)
RECEIPT_SECONDS = 86_400


def issue(enquiry: Enquiry, *, now: datetime) -> str:
    """Make a link to the enquiry for the person who asked; it may be used again."""
    return mail_links.issue(
        purpose=OWN, subject=reference(enquiry), email=enquiry.email, valid_for=VALID, now=now, single_use=False
    )


def receipt(enquiry: Enquiry) -> str:
    """A word for the address of the page that thanks. It opens nothing."""
    return signing.dumps(enquiry.pk, salt=RECEIPT)


def receipted(word: str) -> int | None:
    """The number of the enquiry behind such a word; None for forged and old ones."""
    try:
        return int(signing.loads(word, salt=RECEIPT, max_age=RECEIPT_SECONDS))
    except signing.BadSignature:
        return None
