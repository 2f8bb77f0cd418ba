"""Claim – send – confirm, copy by copy. A kill at any moment loses nothing and repeats nothing."""

import logging
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email.utils import parseaddr
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from deele.audit.actions import record
from deele.core import jobs
from deele.mail import queries as mail
from deele.mail.actions import muting
from deele.mail.actions.line import Answer, NoServer, Outcome
from deele.mail.enums import Urgency
from deele.mail.models import OutgoingMail
from deele.newsletter import enums
from deele.newsletter.actions import sending_claims as claims
from deele.newsletter.actions import sending_journal as journal
from deele.newsletter.actions import sending_returns as returns
from deele.newsletter.actions.sending_claims import Claimed
from deele.newsletter.actions.sending_wire import Copy, Wire, breathe
from deele.newsletter.enums import OPEN_COPIES, IssueState
from deele.newsletter.models import Delivery, Issue
from deele.newsletter.papers import frames
from deele.newsletter.queries import copies as ledger
from deele.newsletter.queries import progress
from deele.newsletter.rules import issues as rules
from deele.newsletter.rules import pace

logger = logging.getLogger("deele.newsletter")
Clock = Callable[[], datetime]
ADDRESS = re.compile(r"[!-;=?-~]+@[!-;=?-~]+")  # no space, no line break, nothing beyond ASCII


def wanted(now: datetime) -> bool:
    """Whether the sender has anything to do; a few looks into small indexes."""
    if not mail.can_send() or mail.state().muted:
        return False
    return Issue.objects.ready(now).exists() or Issue.objects.filter(state=IssueState.SENDING).exists()


def send_due(
    clock: Clock,
    *,
    stopping: Callable[[], bool] = jobs.stopping,
    slice_: timedelta = pace.SLICE,
    rest: Callable[[float], None] = breathe,
) -> int:
    """Send what is due for one slice of time; returns how many copies were handed over.

    Gives way between two batches as soon as the outbox has mail a person waits for. Raises NoServer.
    """
    start_ready(clock())
    journal.settle_lost(clock())
    ends, done, size = clock() + slice_, 0, pace.BATCH
    with Wire(settings.DEELE_SMTP) as wire:
        for issue in (
            Issue.objects.filter(state=IssueState.SENDING).select_related("area").order_by("released_at", "pk")
        ):
            while not issue.paused and not stopping() and clock() < ends and may_go(clock()):
                begun = clock()
                sent = send_batch(issue, wire, clock, size)
                done += sent
                if not sent:
                    break
                size = pace.next_size(size, clock() - begun)
            returns.count(issue, clock())
            finish(issue, clock())
    if not done and not stopping() and not urgent(clock()):
        rest(0.2)  # what waits for its limit or its hour is looked at again soon, not at once
    return done


def may_go(now: datetime) -> bool:
    """Whether nothing more urgent waits, and mail may leave the house at all."""
    return mail.can_send() and not mail.state().muted and not urgent(now)


def urgent(now: datetime) -> bool:
    """Whether the outbox has mail somebody waits for: a registration, a sign-in, a receipt."""
    return OutgoingMail.objects.due(now).filter(urgency__lt=Urgency.BULK).exists()


def send_batch(issue: Issue, wire: Wire, clock: Clock, size: int = pace.BATCH) -> int:
    """Claim, send and confirm one batch; returns how many copies were settled one way or the other."""
    open_line(wire, clock)
    with journal.Journal() as book:  # there before the claim, so that a kill right after it leaves no doubt
        rows = claims.claim(issue, clock(), book.token, size)
        settled = hand_over(issue, rows, wire, book, clock) if rows else 0
        book.close()
    return settled


def hand_over(issue: Issue, rows: list[Claimed], wire: Wire, book: journal.Journal, clock: Clock) -> int:
    """Send the claimed copies and write down how each ended; returns how many were settled."""
    token = book.token
    stays = ledger.still(issue.area, [row.handle for row in rows], now=clock())
    gone = [row.pk for row in rows if row.handle not in stays]
    going = [row for row in rows if row.handle in stays]
    claims.drop(token, gone, clock())
    results: dict[int, Answer] = {}
    try:
        for copy, answer in wire.send(sender(), copies(issue, going, results, clock), book.began):
            results[copy.pk] = answer
            book.ended(copy.pk, answer)
    except NoServer as error:
        muting.note_trouble(trouble=str(error), now=clock())
        raise
    finally:
        # A fault of our own in the middle: what was begun without an answer is in doubt, never simply repeated.
        broken = Answer(Outcome.UNKNOWN, _("The sending broke off. It may have arrived."))
        results |= dict.fromkeys(book.open - results.keys(), broken)
        claims.confirm(token, results, going, clock())
        claims.give_back(token, [row for row in going if row.pk not in results], clock(), unspent=True)
    watch(issue, results, clock())
    return len(results) + len(gone)


def copies(issue: Issue, rows: list[Claimed], results: dict[int, Answer], clock: Clock) -> Iterator[Copy]:
    """The rows as copies, for one turn at most; an address nobody can write to is told to `results` instead."""
    until = clock() + pace.TURN
    for row in rows:
        if clock() > until:
            return
        if to := speakable(row.email):
            yield Copy(row.pk, to, partial(frames.fill, issue, row))
        else:
            results[row.pk] = Answer(Outcome.REFUSED, _("No mail server can be told this address."))


def speakable(email: str) -> str:
    """The address as it is told to mail servers; empty where it cannot be, which must not hold up all others."""
    try:
        spoken = frames.spoken(email)
    except UnicodeError:
        return ""
    return spoken if ADDRESS.fullmatch(spoken) else ""


def sender() -> str:
    """The address told to the server."""
    return frames.spoken(parseaddr(settings.DEFAULT_FROM_EMAIL)[1])


def open_line(wire: Wire, clock: Clock) -> None:
    """Connect; whoever cannot be reached is noted beside the outbox. Raises NoServer."""
    try:
        fresh = wire.open()
    except NoServer as error:
        muting.note_trouble(trouble=str(error), now=clock())
        raise
    if fresh:
        muting.note_trouble(trouble="", now=clock())


def watch(issue: Issue, results: dict[int, Answer], now: datetime) -> None:
    """A server that refuses a whole batch has something against us, not against each address: stop and ask."""
    if len(results) < 10 or any(answer.outcome is not Outcome.REFUSED for answer in results.values()):
        return
    words = next(iter(results.values())).text
    why = _("The mail server refused %(number)s copies in a row: %(words)s") % {"number": len(results), "words": words}
    Issue.objects.filter(pk=issue.pk).update(paused=True, held=why[:300])
    issue.paused = True
    logger.warning("Issue %s was paused: the mail server refuses everything", issue.pk)


@transaction.atomic
def start_ready(now: datetime) -> int:
    """Begin the issues whose time has come. One that is long overdue waits for a person instead."""
    begun = 0
    for issue in Issue.objects.select_for_update().ready(now):
        if issue.scheduled_for and now - issue.scheduled_for > pace.OVERDUE:
            why = _("It should have been sent long ago. Perhaps this house was restored from a backup, and it is out.")
            Issue.objects.filter(pk=issue.pk).update(held=why)
            continue
        begun += begin(issue, now)
    return begun


def begin(issue: Issue, now: datetime) -> int:
    """Let the first copy leave."""
    moved = Issue.objects.filter(pk=issue.pk, state=IssueState.PLANNED)
    return moved.update(state=IssueState.SENDING, running_since=now, running_from=0, held="", updated_at=now)


@transaction.atomic
def finish(issue: Issue, now: datetime) -> bool:
    """Close an issue of which no copy waits any more. Doubtful copies stay shown and wait for a person.

    Copies that were in a worker's hand when the sending was stopped, and came back unsent, are kept back here.
    """
    if Issue.objects.filter(pk=issue.pk, stopped=True).exists():
        claims.keep_back(issue, now)
    if Delivery.objects.filter(issue=issue, state__in=OPEN_COPIES).exists():
        return False
    if not rules.may_move(IssueState.SENDING, IssueState.SENT):
        return False
    moved = Issue.objects.filter(pk=issue.pk, state=IssueState.SENDING)
    if not moved.update(state=IssueState.SENT, sent_at=now, paused=False, updated_at=now):
        return False
    issue.refresh_from_db()
    record(enums.ISSUE_SENT, by=None, about=issue, now=now, data=progress.progress(issue, now).counts)
    return True
