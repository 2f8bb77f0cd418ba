"""Members sign in by a link from a mail: no password, one device at a time, ended at once where it must."""

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.alliance import emails
from deele.alliance.models import Delegate
from deele.audit.actions import reference
from deele.core.addresses import address
from deele.mail.actions import outbox

SIGN_IN = "alliance.sign-in"
VALID = timedelta(days=7)
DEVICE_DAYS = 60
MOST = 10  # memberships one address may act for that are written to at once


@transaction.atomic
def send_link(*, delegate: Delegate, now: datetime) -> None:
    """Mail this person a link that signs one device in; at most once in an hour, so that nobody is flooded."""
    link = address(reverse("alliance:redeem", args=[token(delegate=delegate, now=now)]))
    draft = emails.sign_in_link(delegate.name, delegate.membership.name, link)
    hour = timezone.localtime(now).strftime("%Y-%m-%d %H")
    outbox.queue(
        purpose=SIGN_IN, to=delegate.email, key=f"{delegate.pk} {hour}", about=reference(delegate), urgency="now",
        now=now, **draft._asdict(),
    )  # fmt: skip


def token(*, delegate: Delegate, now: datetime) -> str:
    """What a link needs to sign one device of this person in, once."""
    return mail_links.issue(
        purpose=SIGN_IN, subject=reference(delegate), email=delegate.email, valid_for=VALID, now=now
    )


def send_again(*, email: str, now: datetime) -> int:
    """Mail links to this address for all members it acts for; returns how many. Nobody learns by asking."""
    rows = Delegate.objects.active(timezone.localdate(now)).filter(email__iexact=email.strip())
    found = list(rows.select_related("membership")[:MOST])
    for one in found:
        send_link(delegate=one, now=now)
    return len(found)


def delegate_of(link: MailLink, now: datetime) -> Delegate | None:
    """Whose link this is, while the person still acts for the member."""
    _label, _colon, number = link.subject.rpartition(":")
    found = Delegate.objects.filter(pk=number).select_related("membership").first() if number.isdigit() else None
    return found if found and found.is_active(timezone.localdate(now)) else None


@transaction.atomic
def end_devices(*, delegate: Delegate) -> None:
    """Sign the person out everywhere."""
    delegate.stamp += 1
    delegate.save(update_fields=["stamp", "updated_at"])
