"""How far an issue is. Exact: one statement over the ledger, no counters beside it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.core.models import JobSchedule
from deele.mail import queries as mail
from deele.newsletter.enums import DeliveryState, IssueState
from deele.newsletter.models import Delivery, Issue

D = DeliveryState
JOB = "newsletter.send"
REASONS = {
    "No space left on device": gettext_lazy("the disk is full"),
    "disk is full": gettext_lazy("the disk is full"),
    "is locked": gettext_lazy("another program keeps the database"),
}
AT_LEAST = 5  # seconds of sending before its pace says anything


@dataclass(frozen=True)
class Progress:
    """The figures of one issue. `left` is how long the rest will take, None when nobody can say."""

    counts: dict[str, int] = field(default_factory=dict)
    left: timedelta | None = None

    def of(self, *states: str) -> int:
        """How many copies stand in these states."""
        return sum(self.counts.get(state, 0) for state in states)

    @property
    def total(self) -> int:
        """All recipients but those who left before their copy did."""
        return sum(self.counts.values()) - self.of(D.DROPPED)

    @property
    def sent(self) -> int:
        """What the mail server took."""
        return self.of(D.SENT, D.RETURNED)

    @property
    def refused(self) -> int:
        """What it did not take."""
        return self.of(D.REFUSED)

    @property
    def returned(self) -> int:
        """What it took, and what came back later."""
        return self.of(D.RETURNED)

    @property
    def doubtful(self) -> int:
        """Of which nobody knows."""
        return self.of(D.DOUBTFUL)

    @property
    def waiting(self) -> int:
        """What is still to leave."""
        return self.of(D.WAITING, D.LATER, D.UNDERWAY)

    @property
    def later(self) -> int:
        """What the mail server put off."""
        return self.of(D.LATER)

    @property
    def dropped(self) -> int:
        """Who left before the copy did, or what a stop kept back."""
        return self.of(D.DROPPED)

    @property
    def settled(self) -> int:
        """What needs no further try."""
        return self.total - self.waiting

    @property
    def percent(self) -> int:
        """For the bar; 100 only when nothing waits."""
        return self.settled * 100 // self.total if self.total else 100

    @property
    def minutes(self) -> int | None:
        """The time left in whole minutes, rounded up."""
        return None if self.left is None else max(1, -(-int(self.left.total_seconds()) // 60))


def progress(issue: Issue, now: datetime) -> Progress:
    """The figures of an issue at this moment."""
    rows = Delivery.objects.filter(issue=issue).order_by().values_list("state").annotate(number=Count("pk"))
    found = Progress(dict(rows))
    if issue.state != IssueState.SENDING or issue.paused:
        return found
    return Progress(found.counts, time_left(found, issue, now))


def time_left(found: Progress, issue: Issue, now: datetime) -> timedelta | None:
    """From the pace since it began or was resumed; before that from the limit."""
    since = (now - issue.running_since).total_seconds() if issue.running_since else 0
    done = found.settled - issue.running_from
    if since >= AT_LEAST and done > 0:
        return timedelta(seconds=found.waiting * since / done)
    limit = settings.DEELE_NEWSLETTER_PER_MINUTE
    return timedelta(minutes=found.waiting / limit) if limit else None


def standstill(issue: Issue) -> str:
    """Why nothing leaves although the issue is being sent, in words for the office; empty when all is well."""
    if issue.state != IssueState.SENDING or issue.paused:
        return ""
    if mail.state().trouble:
        return _("The mail server can't be reached. What waits leaves by itself as soon as it answers.")
    job = JobSchedule.objects.filter(key=JOB, fails__gt=0).values_list("last_error", flat=True).first()
    if job is None:
        return ""
    why = next((words for sign, words in REASONS.items() if sign in job), _("see the log"))
    return _("The sending broke off: %(why)s. Nothing is lost; it goes on by itself.") % {"why": why}
