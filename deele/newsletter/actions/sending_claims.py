"""The ledger's own verbs: claim, confirm, give back, give up. Each is one conditional update behind a fence."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from deele.mail.actions.line import Answer, Outcome
from deele.newsletter.enums import DeliveryState, IssueState
from deele.newsletter.models import Delivery, Issue, Pace
from deele.newsletter.rules import pace

D = DeliveryState
TOTAL = ""  # the key of the limit of all copies


class Claimed(NamedTuple):
    """What the sender needs of a claimed row. A model's instance would cost more than the copy."""

    pk: int
    email: str
    handle: str
    domain: str
    language: str
    attempts: int  # this one included


@transaction.atomic
def claim(issue: Issue, now: datetime, token: str, size: int = pace.BATCH) -> list[Claimed]:
    """Take the next copies that may leave under the limits, under this token; empty when there are none.

    Looks at the issue again within the transaction: once a pause or a stop has been written, nothing more is taken.
    """
    # All running issues are locked, since all share the limits.
    running = Issue.objects.running().filter(stopped=False).order_by("pk").select_for_update(of=("self",))
    if issue.pk not in running.values_list("pk", flat=True):
        return []
    limit = settings.DEELE_NEWSLETTER_PER_MINUTE
    free = min(size, pace.room(limit, used_up([TOTAL]).get(TOTAL) if limit else None, now))
    rows = within_domains(due(issue, now, free), now) if free > 0 else []
    if not rows:
        return []
    Delivery.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=D.UNDERWAY, lease_token=token, lease_until=now + pace.LEASE, attempts=F("attempts") + 1
    )
    spend(limit, {TOTAL: len(rows)}, now)
    return [row._replace(attempts=row.attempts + 1) for row in rows]


def due(issue: Issue, now: datetime, limit: int) -> list[Claimed]:
    """The next copies: those put off whose time has come, then those never tried; full domains are passed over."""
    full = list(full_domains(now))
    found: list[Claimed] = []
    for state in (D.LATER, D.WAITING):
        rows: QuerySet[Delivery] = Delivery.objects.filter(issue=issue, state=state, next_at__lte=now)
        rows = rows.exclude(domain__in=full) if full else rows
        if connection.features.has_select_for_update_skip_locked:
            rows = rows.select_for_update(skip_locked=True)
        wanted = rows.order_by("next_at", "pk").values_list(*Claimed._fields)[: limit - len(found)]
        found += map(Claimed._make, wanted)
    return found


def full_domains(now: datetime) -> QuerySet[Pace, str]:
    """The domains whose limit is used up at the moment."""
    limit = settings.DEELE_NEWSLETTER_PER_DOMAIN
    if not limit:
        return Pace.objects.none().values_list("key", flat=True)
    return Pace.objects.filter(until__gt=pace.full_from(limit, now)).exclude(key=TOTAL).values_list("key", flat=True)


def within_domains(rows: list[Claimed], now: datetime) -> list[Claimed]:
    """Those of the rows that their domains' limits allow, and the limits used up by them."""
    limit = settings.DEELE_NEWSLETTER_PER_DOMAIN
    if not limit:
        return rows
    until = used_up({row.domain for row in rows})
    kept: dict[str, list[Claimed]] = {}
    for row in rows:
        mine = kept.setdefault(row.domain, [])
        if len(mine) < pace.room(limit, until.get(row.domain), now):
            mine.append(row)
    spend(limit, {domain: len(mine) for domain, mine in kept.items()}, now)
    return [row for mine in kept.values() for row in mine]


def used_up(keys: Iterable[str]) -> dict[str, datetime]:
    """Until when the limits of these keys are used up. Locked, always in the same order."""
    rows = Pace.objects.select_for_update().filter(key__in=list(keys)).order_by("key")
    return dict(rows.values_list("key", "until"))


def spend(limit: int, counts: Mapping[str, int], now: datetime) -> None:
    """Write down that so many leave under these limits; one statement for all."""
    if not limit:
        return
    until = used_up(counts)
    write([Pace(key=key, until=pace.used(limit, until.get(key), now, n)) for key, n in counts.items() if n])


def refund(rows: Iterable[Claimed]) -> None:
    """Copies that were claimed and did not leave use up no limit."""
    of_all, of_domain = settings.DEELE_NEWSLETTER_PER_MINUTE, settings.DEELE_NEWSLETTER_PER_DOMAIN
    counts = Counter(row.domain for row in rows)
    wanted = [(key, of_domain, count) for key, count in counts.items() if of_domain]
    wanted += [(TOTAL, of_all, counts.total())] if of_all and counts else []
    until = used_up(key for key, _limit, _count in wanted)
    write([Pace(key=key, until=pace.refunded(limit, until[key], n)) for key, limit, n in wanted if key in until])


def write(rows: list[Pace]) -> None:
    """Limits as they stand now, in one statement."""
    Pace.objects.bulk_create(rows, update_conflicts=True, unique_fields=["key"], update_fields=["until"])


@transaction.atomic
def confirm(token: str, ends: Mapping[int, Answer], rows: Iterable[Claimed], now: datetime) -> int:
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


@transaction.atomic
def give_back(token: str, rows: Iterable[Claimed], now: datetime, *, unspent: bool = False) -> int:
    """Copies that were claimed and never begun wait again, as if nothing had been; `unspent`: for the limits too."""
    kept = list(rows)
    if not kept:
        return 0
    held = Delivery.objects.filter(pk__in=[row.pk for row in kept], lease_token=token, state=D.UNDERWAY)
    back = held.update(state=D.WAITING, attempts=F("attempts") - 1, lease_token="", lease_until=None, next_at=now)
    if unspent:
        refund(kept)
    return back


def drop(token: str, pks: list[int], now: datetime) -> int:
    """Copies of people who left meanwhile are not sent, and their address is not kept."""
    if not pks:
        return 0
    held = Delivery.objects.filter(pk__in=pks, lease_token=token, state=D.UNDERWAY)
    return held.update(
        state=D.DROPPED, settled_at=now, lease_until=None, email="", handle="",
        answer=_("Unsubscribed, blocked or erased before the copy left."),
    )  # fmt: skip


def keep_back(issue: Issue, now: datetime) -> int:
    """What waits never leaves, for the sending was stopped; returns how many copies that is."""
    waiting = Delivery.objects.filter(issue=issue, state__in=[D.WAITING, D.LATER])
    return waiting.update(state=D.DROPPED, settled_at=now, answer=_("The sending was stopped."))


def under_way(token: str) -> list[Claimed]:
    """The copies still claimed under a token."""
    rows = Delivery.objects.filter(issue__in=sending(), state=D.UNDERWAY, lease_token=token)
    return [Claimed._make(row) for row in rows.values_list(*Claimed._fields)]


def tokens_under_way() -> set[str]:
    """The tokens of all batches that are claimed and not confirmed."""
    rows = Delivery.objects.filter(issue__in=sending(), state=D.UNDERWAY).order_by()
    return set(rows.values_list("lease_token", flat=True).distinct())


def give_up_lost(now: datetime) -> int:
    """Copies whose worker never came back may have left or not: a person decides. Returns how many."""
    return (
        Delivery.objects.lost(now)
        .filter(issue__in=sending())
        .update(
            state=D.DOUBTFUL,
            settled_at=now,
            answer=lost_words(),
        )
    )


def lost_words() -> str:
    """What is said of a copy whose worker died over it."""
    return _("The worker ended while this copy was being sent. It may have arrived.")


def sending() -> list[int]:
    """The issues being sent. A list, so that the index of the ledger is used."""
    return list(Issue.objects.filter(state=IssueState.SENDING).values_list("pk", flat=True))
