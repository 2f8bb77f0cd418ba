"""The ledger's own verbs: claim, confirm, give back, give up. Each is one conditional update behind a fence."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from deele.mail.actions.line import Answer, Outcome
from deele.newsletter.enums import DeliveryState, IssueState
from deele.newsletter.models import Delivery, Issue, Pace
from deele.newsletter.rules import pace

D = DeliveryState


@transaction.atomic
def claim(issue: Issue, now: datetime, token: str) -> list[Delivery]:
    """Take the next copies that may leave under the limits, under this token; empty when there are none.

    Looks at the issue again within the transaction: once a pause or a stop has been written, nothing more is taken.
    """
    running = Issue.objects.running().filter(pk=issue.pk, stopped=False)
    if not running.select_for_update(of=("self",)).exists():
        return []
    total = Pace.objects.filter(key="").first()
    free = min(pace.BATCH, pace.room(settings.DEELE_NEWSLETTER_PER_MINUTE, total.until if total else None, now))
    if free <= 0:
        return []
    rows = within_domains(due(issue, now, free), now)
    if not rows:
        return []
    Delivery.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=D.UNDERWAY, lease_token=token, lease_until=now + pace.LEASE, attempts=F("attempts") + 1
    )
    spend("", settings.DEELE_NEWSLETTER_PER_MINUTE, len(rows), now)
    for row in rows:
        row.attempts += 1
    return rows


def due(issue: Issue, now: datetime, limit: int) -> list[Delivery]:
    """The next copies: those put off whose time has come, then those never tried; full domains are passed over."""
    full = list(full_domains(now))
    found: list[Delivery] = []
    for state in (D.LATER, D.WAITING):
        rows: QuerySet[Delivery] = Delivery.objects.filter(issue=issue, state=state, next_at__lte=now)
        rows = rows.exclude(domain__in=full) if full else rows
        if connection.features.has_select_for_update_skip_locked:
            rows = rows.select_for_update(skip_locked=True)
        found += rows.order_by("next_at", "pk")[: limit - len(found)]
    return found


def full_domains(now: datetime) -> QuerySet[Pace, str]:
    """The domains whose limit is used up at the moment."""
    limit = settings.DEELE_NEWSLETTER_PER_DOMAIN
    if not limit:
        return Pace.objects.none().values_list("key", flat=True)
    return Pace.objects.filter(until__gt=pace.full_from(limit, now)).exclude(key="").values_list("key", flat=True)


def within_domains(rows: list[Delivery], now: datetime) -> list[Delivery]:
    """Those of the rows that their domains' limits allow, and the limits used up by them."""
    limit = settings.DEELE_NEWSLETTER_PER_DOMAIN
    if not limit:
        return rows
    until = dict(Pace.objects.filter(key__in={row.domain for row in rows}).values_list("key", "until"))
    kept: dict[str, list[Delivery]] = {}
    for row in rows:
        mine = kept.setdefault(row.domain, [])
        if len(mine) < pace.room(limit, until.get(row.domain), now):
            mine.append(row)
    for domain, mine in kept.items():
        if mine:
            spend(domain, limit, len(mine), now)
    return [row for mine in kept.values() for row in mine]


def spend(key: str, limit: int, count: int, now: datetime) -> None:
    """Write down that so many leave under a limit."""
    if not limit:
        return
    row = Pace.objects.select_for_update().filter(pk=key).first()
    until = pace.used(limit, row.until if row else None, now, count)
    Pace.objects.update_or_create(key=key, defaults={"until": until})


@transaction.atomic
def confirm(token: str, ends: Mapping[int, Answer], rows: Iterable[Delivery], now: datetime) -> int:
    """Write down how copies ended, if the token still holds; returns how many were written.

    A copy that was given up as lost is still ours as long as nobody decided otherwise: then a late answer
    settles the doubt.
    """
    tries = {row.pk: row.attempts for row in rows}
    groups: dict[tuple[str, datetime | None, str], list[int]] = {}
    for pk, answer in ends.items():
        state = ended(answer, tries[pk])
        again = now + pace.pause(tries[pk]) if state == D.LATER else None
        groups.setdefault((state, again, "" if state == D.SENT else answer.text), []).append(pk)
    written = 0
    for (state, again, text), pks in groups.items():
        held = Delivery.objects.filter(pk__in=pks, lease_token=token, state__in=[D.UNDERWAY, D.DOUBTFUL])
        more = {"next_at": again} if again else {"settled_at": now}
        written += held.update(state=state, answer=text, lease_until=None, **more)
    return written


def ended(answer: Answer, attempts: int) -> str:
    """The state an answer leads to."""
    if answer.outcome is Outcome.TAKEN:
        return D.SENT
    if answer.outcome is Outcome.UNKNOWN:
        return D.DOUBTFUL
    return D.REFUSED if answer.outcome is Outcome.REFUSED or attempts >= pace.ATTEMPTS else D.LATER


def give_back(token: str, pks: Iterable[int], now: datetime) -> int:
    """Copies that were claimed and never begun wait again, as if nothing had been."""
    held = Delivery.objects.filter(pk__in=list(pks), lease_token=token, state=D.UNDERWAY)
    return held.update(state=D.WAITING, attempts=F("attempts") - 1, lease_token="", lease_until=None, next_at=now)


def drop(token: str, pks: Iterable[int], now: datetime) -> int:
    """Copies of people who left meanwhile are not sent, and their address is not kept."""
    held = Delivery.objects.filter(pk__in=list(pks), lease_token=token, state=D.UNDERWAY)
    return held.update(
        state=D.DROPPED, settled_at=now, lease_until=None, email="", handle="",
        answer=_("Unsubscribed, blocked or erased before the copy left."),
    )  # fmt: skip


def give_up_lost(now: datetime) -> int:
    """Copies whose worker never came back may have left or not: a person decides. Returns how many."""
    sending = list(Issue.objects.filter(state=IssueState.SENDING).values_list("pk", flat=True))
    return (
        Delivery.objects.lost(now)
        .filter(issue__in=sending)
        .update(
            state=D.DOUBTFUL,
            settled_at=now,
            answer=_("The worker ended while this copy was being sent. It may have arrived."),
        )
    )
