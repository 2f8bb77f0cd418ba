"""What the people behind an entry do through their mail link, and how strangers reach them."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.freshness import Method
from deele.directory import enums
from deele.directory.actions import entries, life, post
from deele.directory.enums import ContactWay, State
from deele.directory.models import Entry, Message


class NoContact(Refusal):
    """There is nobody to write to."""

    code = "no-contact"


HOLDER = "the people of the entry"


@transaction.atomic
def submit(*, values: dict[str, Any], addresses: list[dict[str, str]], form: str, now: datetime) -> Entry:
    """A stranger hands in an entry. It waits as a draft until the mail address is proven.

    `form` is the name of the form's seal: the same form sent twice is one entry.
    """
    if known := Entry.objects.filter(form_token=form).first():
        return known
    values = {**values, "form_token": form, "source": _("handed in by the people themselves")}
    entry = entries.create(values=values, addresses=addresses, by=None, now=now, by_name=_(HOLDER))
    post.please_prove_address(entry, now=now)
    return entry


@transaction.atomic
def prove_address(*, link: MailLink, entry: Entry, now: datetime) -> Entry:
    """The address is right: the draft goes to review. Raises LinkUsed for a second click."""
    mail_links.redeem(link=link, now=now)
    return life.move(entry=entry, to=State.SUBMITTED, by=None, now=now, holder=_(HOLDER))


@transaction.atomic
def confirm(*, link: MailLink, entry: Entry, now: datetime) -> Entry:
    """“Still right”: one click a year."""
    mail_links.redeem(link=link, now=now)
    return life.confirm(entry=entry, by=None, now=now, method=Method.MAIL_LINK, holder=_(HOLDER))


@transaction.atomic
def change(
    *, link: MailLink, entry: Entry, values: dict[str, Any], addresses: list[dict[str, str]], now: datetime
) -> Entry:
    """“Change”: what the people write is right today, so it counts as a confirmation too."""
    mail_links.redeem(link=link, now=now)
    entry = entries.change(entry=entry, values=values, addresses=addresses, by=None, by_name=_(HOLDER), now=now)
    if entry.state == State.QUERY:
        return life.move(entry=entry, to=State.REVIEW, by=None, now=now, holder=_(HOLDER))
    if entry.is_public:
        return life.confirm(entry=entry, by=None, now=now, method=Method.MAIL_LINK, holder=_(HOLDER))
    return entry


@transaction.atomic
def report_gone(*, link: MailLink, entry: Entry, now: datetime, reason: str = "") -> Entry:
    """“Gone”: the entry leaves the public; the office sees it and may bring it back."""
    mail_links.redeem(link=link, now=now)
    entry = life.move(
        entry=entry, to=State.WITHDRAWN, by=None, now=now, holder=_(HOLDER), reason=reason or _("no longer exists")
    )
    audit.record(enums.GONE, by=None, about=entry, now=now, actor_name=_(HOLDER))
    return entry


@transaction.atomic
def ask_for_link(*, entry: Entry, email: str, now: datetime) -> bool:
    """Send a fresh link if the address is the contact of the entry. The answer on the page is the same either way."""
    if not entry.contact_email or entry.contact_email.lower() != email.strip().lower():
        return False
    post.your_link(entry, now=now)
    return True


@transaction.atomic
def pass_on(*, entry: Entry, name: str, email: str, text: str, token: str, now: datetime) -> Message:
    """Pass a message on. The same form sent twice is one message. Raises NoContact."""
    target = relay_address(entry)
    try:
        with transaction.atomic():
            message = Message.objects.create(entry=entry, name=name, email=email, text=text, token=token, sent_at=now)
    except IntegrityError:
        return Message.objects.get(token=token)
    post.pass_on(message, to=target, now=now)
    audit.record(enums.RELAYED, by=None, about=entry, now=now, actor_name=_("A visitor"))
    return message


def relay_address(entry: Entry) -> str:
    """Where a message to this entry goes. Raises NoContact."""
    address = entry.contact_email or entry.public_email
    if not entry.is_public or not address or entry.contact_way == ContactWay.WEBSITE:
        raise NoContact(_("This entry cannot be reached through us. Please use its website."))
    return address
