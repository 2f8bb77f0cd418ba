"""Claim – send – confirm. Every step is a row, so a kill at any moment loses nothing and repeats nothing."""

import logging
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.utils.translation import gettext as _

from deele.core import jobs
from deele.mail import emails, queries
from deele.mail.actions import muting
from deele.mail.actions.line import Answer, Line, NoServer, Outcome
from deele.mail.enums import State, Urgency
from deele.mail.models import OutgoingMail
from deele.mail.rules import delivery

logger = logging.getLogger("deele.mail")

BATCH = 20  # an urgent message waits for no more than so many others
Clock = Callable[[], datetime]


def wanted(now: datetime) -> bool:
    """Whether the sender has anything to do; costs one look into an index."""
    return OutgoingMail.objects.lost(now).exists() or (queries.can_send() and OutgoingMail.objects.due(now).exists())


def send_due(clock: Clock, *, stopping: Callable[[], bool] = jobs.stopping) -> int:
    """Send what is due over one connection; returns how many were tried.

    Raises NoServer when the server can't be reached: the job then pauses, the messages wait untouched.
    """
    mark_lost(clock())
    tried = 0
    if not queries.can_send():
        return tried
    with Line(settings.DEELE_SMTP) as line:
        while not stopping() and (picked := _pick(clock())):
            tried += sum(send_one(mail, line, clock) for mail in picked if not stopping())
    return tried


def send_one(mail: OutgoingMail, line: Line, clock: Clock) -> bool:
    """Claim, send and confirm one message. False when somebody else has it, or it may not leave now."""
    _open(line, clock)
    token = claim(mail, clock())
    if not token:
        return False
    if not confirm(mail, token, _hand_over(mail, line), clock()):
        logger.warning("Mail %s: the claim was lost before its end could be written down", mail.pk)
    return True


def _hand_over(mail: OutgoingMail, line: Line) -> Answer:
    try:
        ready = (*emails.envelope(mail), emails.as_bytes(mail))
    except Exception as error:
        logger.exception("Mail %s could not be put into its form", mail.pk)
        return Answer(Outcome.REFUSED, f"{type(error).__name__}: {error}")
    return line.send(*ready)


def claim(mail: OutgoingMail, now: datetime) -> str:
    """Take a due message; the returned token is empty when it is no longer due."""
    token = secrets.token_hex(16)
    taken = OutgoingMail.objects.due(now).order_by().filter(pk=mail.pk)
    changed = taken.update(
        state=State.SENDING,
        lease_token=token,
        lease_until=now + delivery.LEASE,
        attempts=F("attempts") + 1,
        updated_at=now,
    )
    mail.attempts += changed
    return token if changed else ""


def confirm(mail: OutgoingMail, token: str, answer: Answer, now: datetime) -> bool:
    """Write down how the sending ended, if the token still holds.

    A message that was given up as lost is still ours as long as nobody decided otherwise: then a late
    answer settles the doubt.
    """
    held = OutgoingMail.objects.filter(pk=mail.pk, lease_token=token, state__in=[State.SENDING, State.DOUBTFUL])
    return bool(held.update(**_end(mail, answer, now), lease_until=None, last_answer=answer.text, updated_at=now))


def _end(mail: OutgoingMail, answer: Answer, now: datetime) -> dict[str, object]:
    if answer.outcome is Outcome.TAKEN:
        return {"state": State.SENT, "sent_at": now}
    if answer.outcome is Outcome.UNKNOWN:
        return {"state": State.DOUBTFUL}
    if answer.outcome is Outcome.REFUSED or mail.attempts >= delivery.ATTEMPTS:
        return {"state": State.FAILED}
    return {"state": State.QUEUED, "next_at": now + delivery.pause(mail.attempts)}


def mark_lost(now: datetime) -> int:
    """Messages whose worker never came back may have left or not: a person decides. Returns how many."""
    lost = OutgoingMail.objects.lost(now).update(
        state=State.DOUBTFUL,
        last_answer=_("The worker ended while this message was being sent. It may have arrived."),
        updated_at=now,
    )
    if lost:
        logger.warning("%s mails are doubtful: their worker never came back", lost)
    return lost


def _pick(now: datetime) -> list[OutgoingMail]:
    """The next messages. Beyond the limit per minute only those a person waits for before the screen."""
    due, room = OutgoingMail.objects.due(now), BATCH
    if limit := settings.DEELE_MAIL_PER_MINUTE:
        room = limit - OutgoingMail.objects.filter(sent_at__gt=now - timedelta(minutes=1)).count()
    if room <= 0:
        due, room = due.filter(urgency=Urgency.NOW), BATCH
    return list(due[: min(BATCH, room)])


def _open(line: Line, clock: Clock) -> None:
    try:
        fresh = line.open()
    except NoServer as error:
        muting.note_trouble(trouble=str(error), now=clock())
        raise
    if fresh:
        muting.note_trouble(trouble="", now=clock())
