"""The overview of what is new in one's own district and topics: begun when its time has come, made person by person."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit.actions import record
from deele.core import jobs
from deele.core.errors import Refusal
from deele.mail import queries as mail
from deele.newsletter import enums
from deele.newsletter.actions.digest_mails import Pools, tell
from deele.newsletter.enums import Rhythm, RunState
from deele.newsletter.models import DigestRun
from deele.newsletter.queries import digests as queries
from deele.newsletter.rules import digests as rules

logger = logging.getLogger("deele.newsletter")
PORTION = 100  # people picked at once
Clock = Callable[[], datetime]


class NotPossible(Refusal):
    """The overview has moved on."""

    code = "digest-moved-on"

    def __init__(self) -> None:
        super().__init__(
            _("This is no longer possible, because the overview has moved on. The page now shows where it stands.")
        )


class NotAllowed(Refusal):
    """The person does not release newsletters of all areas."""

    code = "digest-not-allowed"

    def __init__(self) -> None:
        super().__init__(_("The overview goes to readers of all areas. Please ask a colleague who works for all."))


def begins(now: datetime) -> datetime | None:
    """When the present overview was due; None when the house sends none."""
    if settings.DEELE_DIGEST not in (Rhythm.MONTHLY, Rhythm.WEEKLY):
        return None
    return rules.begins(settings.DEELE_DIGEST, timezone.localtime(now))


def wanted(now: datetime) -> bool:
    """Whether there is anything to do; one look into a small table. A muted house makes nothing up for later."""
    begin = begins(now)
    if begin is None or not mail.can_send() or mail.state().muted:
        return False
    run = queries.run_of(begin)
    return run is None or run.state == RunState.RUNNING


def work(clock: Clock, *, stopping: Callable[[], bool] = jobs.stopping) -> int:
    """Make what is due of the present overview; returns how many mails. What one person's data breaks is told at the
    end, so that the others get theirs."""
    begin = begins(clock())
    if begin is None or (run := opened(begin, clock())) is None:
        return 0
    pools: Pools = {}
    done = 0
    broken: list[int] = []
    while not stopping() and (picked := pick(begin, clock(), broken)):
        for pk in picked:
            if stopping() or mail.state().muted:
                return done
            try:
                done += tell(pk=pk, run=run, begin=begin, now=clock(), pools=pools)
            except Exception:
                logger.exception("The overview for subscription %s could not be made", pk)
                broken.append(pk)
    if broken:
        raise RuntimeError(f"{len(broken)} overviews could not be made")
    if not stopping():
        finish(run, clock())
    return done


def pick(begin: datetime, now: datetime, without: list[int]) -> list[int]:
    """The next people."""
    rows = queries.due(begin, now).exclude(pk__in=without) if without else queries.due(begin, now)
    return list(rows.order_by("pk").values_list("pk", flat=True)[:PORTION])


@transaction.atomic
def opened(begin: datetime, now: datetime) -> DigestRun | None:
    """The overview that is due, begun if need be; None when nothing may go out by itself.

    One that is long overdue waits for a person: the house was away, or it is a restored backup and everybody has it.
    """
    first = {"state": RunState.RUNNING}
    run, _made = DigestRun.objects.get_or_create(begins_on=timezone.localdate(begin), defaults=first)
    run = DigestRun.objects.select_for_update().get(pk=run.pk)
    stale = DigestRun.objects.filter(begins_on__lt=run.begins_on, state__in=[RunState.RUNNING, RunState.HELD])
    stale.update(state=RunState.LEFT_OUT, finished_at=now)
    if run.state != RunState.RUNNING:
        return None
    if not rules.is_overdue(begin, run.decided_at, now):
        return run
    if queries.due(begin, now).exists():
        DigestRun.objects.filter(pk=run.pk).update(state=RunState.HELD, updated_at=now)
        record(enums.DIGEST_HELD, by=None, about=run, now=now)
    else:
        finish(run, now)
    return None


@transaction.atomic
def finish(run: DigestRun, now: datetime) -> None:
    """Nobody is left. Of two workers one writes it down."""
    running = DigestRun.objects.filter(pk=run.pk, state=RunState.RUNNING)
    if not running.update(state=RunState.DONE, finished_at=now, updated_at=now):
        return
    run.refresh_from_db()
    if run.made or run.empty:
        record(enums.DIGEST_DONE, by=None, about=run, now=now, data={"mails": run.made, "nothing_new": run.empty})


def release(*, run: DigestRun, by: Any, now: datetime) -> None:
    """A person lets a held overview go out. Raises NotPossible, NotAllowed."""
    decide(run, RunState.RUNNING, enums.DIGEST_RELEASED, by, now)


def leave_out(*, run: DigestRun, by: Any, now: datetime) -> None:
    """A person leaves a held overview out; the next one tells what it would have. Raises NotPossible, NotAllowed."""
    decide(run, RunState.LEFT_OUT, enums.DIGEST_LEFT_OUT, by, now)


@transaction.atomic
def decide(run: DigestRun, state: str, event: Any, by: Any, now: datetime) -> None:
    """The word of a person on a held overview."""
    if not queries.may_decide(by):
        raise NotAllowed
    waiting = DigestRun.objects.filter(pk=run.pk, state=RunState.HELD)
    if not waiting.update(state=state, decided_by=by, decided_at=now, updated_at=now):
        raise NotPossible
    record(event, by=by, about=run, now=now)
