"""Mail links for the people behind an entry: they look after it without an account."""

from datetime import datetime, timedelta

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.audit.actions import reference
from deele.directory.models import Entry

HOLD, SUBMIT = "directory.hold", "directory.submit"
VALID_FOR = {HOLD: timedelta(days=60), SUBMIT: timedelta(days=14)}


def issue(entry: Entry, *, purpose: str, now: datetime) -> str:
    """Make a link to the entry for its contact address; returns the token.

    A link to look after an entry may be opened and used again until it expires; a link that proves an
    address is spent by its first use.
    """
    return mail_links.issue(
        purpose=purpose,
        subject=reference(entry),
        email=entry.contact_email,
        valid_for=VALID_FOR[purpose],
        now=now,
        single_use=purpose == SUBMIT,
    )


def entry_of(link: MailLink) -> Entry | None:
    """The entry a link opens, as long as the address is still its contact."""
    pk = int(link.subject.rpartition(":")[2])
    return Entry.objects.filter(pk=pk, contact_email__iexact=link.email).first()
