"""Once a year: does the profile still hold? Asked, reminded twice, then the office calls."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.alliance.actions import life, post
from deele.alliance.emails import belonging as emails
from deele.alliance.enums import State, events
from deele.alliance.models import Delegate, Profile
from deele.alliance.rules.moves import REMIND_DAYS
from deele.audit import actions as audit
from deele.audit.actions import reference
from deele.core.addresses import address

REVIEW = "alliance.review"
VALID = timedelta(days=120)


def link_for(delegate: Delegate, now: datetime) -> str:
    """The whole address that confirms the profile of this person's member by one click, without signing in."""
    token = mail_links.issue(
        purpose=REVIEW, subject=reference(delegate), email=delegate.email, valid_for=VALID, now=now, single_use=False
    )
    return address(reverse("alliance:review", args=[token]))


def delegate_of(link: MailLink, now: datetime) -> Delegate | None:
    """Whose link this is, while the person acts for the member under this address."""
    number = link.subject.rpartition(":")[2]
    rows = Delegate.objects.filter(pk=number, email__iexact=link.email) if number.isdigit() else Delegate.objects.none()
    return rows.active(timezone.localdate(now)).select_related("membership").first()


@transaction.atomic
def ask(*, profile: Profile, now: datetime) -> bool:
    """Ask, or remind, once each turn however often the job runs; whether it was this run."""
    before = now - timedelta(days=REMIND_DAYS)
    turn = Profile.objects.filter(pk=profile.pk, asked_times=profile.asked_times)
    turn = turn.filter(asked_at__lte=before) if profile.asked_times else turn
    if not turn.update(asked_times=F("asked_times") + 1, asked_at=now, updated_at=now):
        return False
    member, again = profile.membership, profile.asked_times > 0
    if member.state == State.PUBLISHED:
        life.move(membership=member, to=State.REVIEW, by=None, now=now, house=True)
    day, times = profile.next_review_on, profile.asked_times
    post.each(
        member, emails.REVIEW, lambda one: emails.review(one.name, member.name, link_for(one, now), again),
        now=now, key=f"review {day} {times}",
    )  # fmt: skip
    audit.record(events.PROFILE_ASKED, by=None, about=member, now=now)
    return True
