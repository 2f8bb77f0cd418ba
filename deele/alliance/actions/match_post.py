"""Queues the mails of matches, inside the transaction of what they speak of, and makes the links in them."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.alliance.emails import matches as emails
from deele.alliance.models import Delegate, Match, Membership
from deele.alliance.queries import match_words
from deele.alliance.queries.people import acting_for
from deele.audit.actions import reference
from deele.core.addresses import address
from deele.mail.actions import outbox
from deele.mail.enums import Draft

LINK = "alliance.match"
VALID = timedelta(days=180)


def link(match: Match, delegate: Delegate, now: datetime) -> str:
    """A fresh address under which this person answers without signing in."""
    token = mail_links.issue(
        purpose=LINK, subject=f"{reference(match)} {delegate.pk}", email=delegate.email, valid_for=VALID, now=now,
        single_use=False,
    )  # fmt: skip
    return address(reverse("alliance:match", args=[token]))


def behind(found: MailLink, now: datetime) -> tuple[Delegate, Match] | None:
    """Who and which match a link means, while the person acts for one of the two members under that address."""
    about, _blank, person = found.subject.rpartition(" ")
    number = about.rpartition(":")[2]
    if not (number.isdigit() and person.isdigit()):
        return None
    delegate = Delegate.objects.filter(pk=person, email__iexact=found.email).select_related("membership").first()
    if delegate is None or not delegate.is_active(timezone.localdate(now)):
        return None
    match = Match.objects.of(delegate.membership).filter(pk=number).first()
    return (delegate, match) if match else None


def to_all(match: Match, member: Membership, purpose: str, make: object, now: datetime, reply_to: str = "") -> None:
    """One mail to each person who acts for the member and wants mails; the key keeps it to one."""
    today = timezone.localdate(now)
    for person in acting_for(member, today):
        if person.muted_until and person.muted_until >= today:
            continue
        draft: Draft = make(person)  # type: ignore[operator]
        outbox.queue(
            purpose=purpose, to=person.email, key=f"{match.pk} {person.pk}", about=reference(match),
            reply_to=reply_to, now=now, **draft._asdict(),
        )  # fmt: skip


def question(match: Match, member: Membership, *, now: datetime) -> None:
    """Would you like to meet? Once for each person."""
    reasons = match_words.reasons(match)

    def make(person: Delegate) -> Draft:
        return emails.question(
            person.name, match.other(member).name, match.mark_of(match.other(member)).quote, reasons,
            link(match, person, now),
        )  # fmt: skip

    to_all(match, member, emails.QUESTION, make, now)


def introduced(match: Match, member: Membership, *, now: datetime) -> None:
    """Both said yes: the other's name and address, to whoever said yes here. Answers go to the other directly."""
    other = match.other(member)
    person, theirs = match.delegate_of(member), match.delegate_of(other)
    if person is None or theirs is None:
        return
    mark = match.mark_of(other)
    draft = emails.introduced(
        person.name, other.name, theirs.name, theirs.email, mark.contact, link(match, person, now)
    )
    outbox.queue(
        purpose=emails.INTRODUCED, to=person.email, key=f"{match.pk} {person.pk}", about=reference(match),
        reply_to=theirs.email, urgency="now", now=now, **draft._asdict(),
    )  # fmt: skip


def outcome(match: Match, member: Membership, *, now: datetime) -> None:
    """What came of it? Once for each person."""

    def make(person: Delegate) -> Draft:
        return emails.outcome(person.name, match.other(member).name, link(match, person, now))

    to_all(match, member, emails.OUTCOME, make, now)
