"""Mail links for the people behind a notice: they look after it without an account."""

from datetime import datetime, timedelta

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.audit.actions import reference
from deele.notices.models import Notice

HOLD, PROVE = "notices.hold", "notices.prove"
VALID_FOR = {HOLD: timedelta(days=210), PROVE: timedelta(days=14)}  # a notice holds half a year; a little longer


def issue(notice: Notice, *, purpose: str, now: datetime) -> str:
    """Make a link to the notice for its address; returns the token. The one that proves is spent by its use."""
    return mail_links.issue(
        purpose=purpose,
        subject=reference(notice),
        email=notice.contact_email,
        valid_for=VALID_FOR[purpose],
        now=now,
        single_use=purpose == PROVE,
    )


def notice_of(link: MailLink) -> Notice | None:
    """The notice a link opens, as long as the address is still its own."""
    pk = int(link.subject.rpartition(":")[2])
    found = Notice.objects.prefetch_related("reaches__place").select_related("entry")
    return found.filter(pk=pk, contact_email__iexact=link.email).first()


def forget(notice: Notice) -> None:
    """Nothing opens this notice any more."""
    MailLink.objects.filter(subject=reference(notice)).delete()
