"""The weekly mail: once a week and delegate, whatever happens to the worker in between.

Who is written to is locked first; what is told and the mail are written in one transaction. A second worker waits at
the lock and then finds nothing; a worker that is killed leaves neither mail nor mark, and the next run does both.
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.core import signing
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from deele.alliance import emails
from deele.alliance.emails.digests import Block
from deele.alliance.kinds import topics
from deele.alliance.models import Delegate, Tiding, TopicMute
from deele.alliance.models.topic_mute import EVERYTHING
from deele.audit.actions import reference
from deele.core import jobs
from deele.core.addresses import address
from deele.mail.actions import outbox

MUTE = "alliance.mute"
MONDAY, HOUR = 0, 7  # in the time of this country
MOST = 40  # lines of one mail; the rest stands on the page
FRESH = timedelta(days=2)  # what is urgent and could not be sent for so long goes with the next digest


def cut_of(now: datetime) -> datetime:
    """The last Monday morning: what was told before it belongs to the mail of this week."""
    local = timezone.localtime(now)
    monday = local.date() - timedelta(days=(local.weekday() - MONDAY) % 7)
    cut = timezone.make_aware(datetime.combine(monday, time(HOUR)))
    return cut if cut <= now else timezone.make_aware(datetime.combine(monday - timedelta(days=7), time(HOUR)))


def untold(cut: datetime, now: datetime) -> QuerySet[Tiding]:
    """What waits for a digest: made before the cut, and not for a mail of its own."""
    return Tiding.objects.filter(Q(urgent=False) | Q(made_at__lt=now - FRESH), told_at=None, made_at__lt=cut)


def waiting(now: datetime) -> QuerySet[Delegate]:
    """Whom something is to be told, who wants mails now, and had none since the cut."""
    today, cut = timezone.localdate(now), cut_of(now)
    rows = Delegate.objects.active(today).filter(Exists(untold(cut, now).filter(delegate=OuterRef("pk"))))
    awake = rows.filter(Q(muted_until=None) | Q(muted_until__lt=today))
    return awake.filter(Q(told_at=None) | Q(told_at__lt=cut)).order_by("pk")


def send_due(*, now: datetime) -> int:
    """Send the mails of the week that are still to be sent; returns how many."""
    sent = 0
    for number in list(waiting(now).values_list("pk", flat=True)):
        if jobs.stopping():
            break
        sent += send_one(number=number, now=now)
    return sent


@transaction.atomic
def send_one(*, number: int, now: datetime) -> bool:
    """Everything untold in one mail to one delegate; False when there is nothing (any more)."""
    cut = cut_of(now)
    delegate = Delegate.objects.select_for_update().filter(pk=number).first()
    if delegate is None or (delegate.told_at is not None and delegate.told_at >= cut):
        return False
    rows = list(untold(cut, now).filter(delegate=delegate).order_by("made_at", "pk"))
    if not rows:
        return False
    muted = set(delegate.mutes.values_list("topic", flat=True))
    told = [] if EVERYTHING in muted else [row for row in rows if row.topic not in muted]
    Tiding.objects.filter(pk__in=[row.pk for row in rows]).update(told_at=now)
    if not told:
        return False
    delegate.told_at = now
    delegate.save(update_fields=["told_at", "updated_at"])
    draft = emails.digest(
        delegate.name, blocks(delegate, told[:MOST]), max(0, len(told) - MOST), address(reverse("alliance:news")),
        mute_link(delegate, EVERYTHING),
    )  # fmt: skip
    week = timezone.localdate(cut).isoformat()
    outbox.queue(
        purpose=emails.DIGEST, to=delegate.email, key=f"{delegate.pk} {week}", about=reference(delegate),
        urgency="bulk", now=now, headers=headers(delegate, EVERYTHING), **draft._asdict(),
    )  # fmt: skip
    return True


def blocks(delegate: Delegate, rows: Iterable[Tiding]) -> list[Block]:
    """The lines under the names of their topics, in the order in which the first of each came."""
    found: dict[str, list[Tiding]] = {}
    for row in rows:
        found.setdefault(row.topic, []).append(row)
    names = topics.names(found)
    return [
        Block(
            names.get(topic) or topics.rest(),
            [(row.text, address(row.path) if row.path else "") for row in lines],
            mute_link(delegate, topic) if topic in names else "",
        )
        for topic, lines in sorted(found.items(), key=lambda pair: pair[0] not in names)
    ]


def send_urgent(*, now: datetime) -> int:
    """One mail for each thing that is meant for somebody; returns how many. Made and marked in one transaction."""
    today = timezone.localdate(now)
    rows = Tiding.objects.filter(urgent=True, told_at=None, made_at__gte=now - FRESH)
    awake = rows.filter(Q(delegate__muted_until=None) | Q(delegate__muted_until__lt=today))
    muted = TopicMute.objects.filter(delegate=OuterRef("delegate"), topic=OuterRef("topic"))
    sent = 0
    for number in list(awake.exclude(Exists(muted)).order_by("pk").values_list("pk", flat=True)):
        if jobs.stopping():
            break
        sent += send_urgent_one(number=number, now=now)
    return sent


@transaction.atomic
def send_urgent_one(*, number: int, now: datetime) -> bool:
    """One mail; False when another worker was first, or the person no longer acts for a member."""
    if not Tiding.objects.filter(pk=number, told_at=None).update(told_at=now):
        return False
    row = Tiding.objects.select_related("delegate").get(pk=number)
    delegate = row.delegate
    if not delegate.is_active(timezone.localdate(now)):
        return False
    mute = mute_link(delegate, row.topic) if row.topic in topics.names([row.topic]) else ""
    draft = emails.urgent(delegate.name, row.text, address(row.path) if row.path else "", mute)
    outbox.queue(
        purpose=emails.URGENT, to=delegate.email, key=str(row.pk), about=reference(delegate), urgency="now", now=now,
        headers={"Precedence": "bulk", "X-Loop": "deele"}, **draft._asdict(),
    )  # fmt: skip
    return True


def has_urgent(now: datetime) -> bool:
    """Whether there is one; costs one look into an index."""
    return Tiding.objects.filter(urgent=True, told_at=None, made_at__gte=now - FRESH).exists()


def headers(delegate: Delegate, topic: str) -> dict[str, str]:
    """Nothing answers such a mail by itself, and mail programs find the way out."""
    return {"Precedence": "bulk", "X-Loop": "deele", "List-Unsubscribe": f"<{mute_link(delegate, topic)}>"}


def mute_link(delegate: Delegate, topic: str) -> str:
    """The address that ends mails about a topic, without signing in. It tells nothing and lets nobody in."""
    token = signing.dumps([delegate.pk, topic], salt=MUTE)
    return address(reverse("alliance:mute", args=[token]))
