"""Who gets the overview of what is new, what there is to tell, and what was told already."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import ngettext

from deele.access import rules as access
from deele.access.enums import Permission
from deele.mail.kinds import Piece, Wish, sources
from deele.newsletter.enums import DeliveryState, RunState
from deele.newsletter.models import Digest, DigestRun, Item, Subscriber
from deele.newsletter.models.subscribers import SubscriberQuerySet
from deele.newsletter.rules import digests as rules
from deele.newsletter.rules import parts
from deele.newsletter.rules.digests import Reader
from deele.newsletter.rules.parts import Part, Shown
from deele.office.models import Area
from deele.places.models import Place

Pool = list[tuple[str, str, list[Piece]]]  # key of a source, its heading, what it offers
RECEIVED = (DeliveryState.SENT, DeliveryState.UNDERWAY, DeliveryState.DOUBTFUL, DeliveryState.WAITING)


def readers(now: datetime) -> SubscriberQuerySet:
    """Who gets it: asked for it, confirmed, not ended, not paused, not on the list of suppressions."""
    today = timezone.localdate(now)
    return Subscriber.objects.active().filter(digest=True).not_paused(today).not_suppressed()


def due(begin: datetime, now: datetime) -> SubscriberQuerySet:
    """Those who have not been told yet what was new until the overview began.

    Who subscribed afterwards waits for the next. Ask it again when a mail is made: whoever left is no longer in it.
    """
    never = Q(told_until=None, confirmed_at__lt=begin)
    return readers(now).filter(never | Q(told_until__lt=begin))


def run_of(begin: datetime) -> DigestRun | None:
    """The overview that began then."""
    return DigestRun.objects.filter(begins_on=timezone.localdate(begin)).first()


def latest(limit: int = 6) -> list[DigestRun]:
    """The last overviews, without those nobody would have got."""
    held = Q(state__in=[RunState.HELD, RunState.RUNNING])
    return list(DigestRun.objects.filter(held | Q(made__gt=0) | Q(empty__gt=0)).select_related("decided_by")[:limit])


def held() -> QuerySet[DigestRun]:
    """Those that wait for a person."""
    return DigestRun.objects.filter(state=RunState.HELD)


def may_decide(user: Any) -> bool:
    """An overview goes to readers of all areas, so who releases newsletters of all areas decides."""
    return (
        access.can(user, Permission.NEWSLETTER_RELEASE) and access.areas_of(user, Permission.NEWSLETTER_RELEASE) is None
    )


def reader_of(subscriber: Subscriber) -> Reader:
    """What a subscriber wants to read about."""
    return reader(subscriber.regions.all(), subscriber.topics, subscriber.areas.all())


def reader(regions: Iterable[Place], topics: Iterable[str], areas: Iterable[Area]) -> Reader:
    """The same of regions, topics and areas of work that somebody may have chosen."""
    places = list(regions)
    return Reader(
        regions=frozenset(place.key for place in places),
        above=frozenset(key for place in places for key in place.ancestor_keys),
        topics=frozenset(topics),
        areas=frozenset(area.key for area in areas),
    )


def pool(since: date, today: date) -> Pool:
    """What all sources have to tell since that day and of the next weeks: the same for all who were told till then."""
    wish = Wish(since=since, until=today + rules.LOOKS_AHEAD, limit=rules.POOL)
    return [(source.key, str(source.title), source.pieces(wish, today)) for source in sources]


def told(subscriber: Subscriber) -> set[str]:
    """The records this person has read of already: in an overview, or in an issue that was sent to them."""
    before = Digest.objects.filter(subscriber=subscriber).values_list("refs", flat=True)
    found = {ref for refs in before for ref in refs}
    copies = {
        "section__issue__deliveries__fingerprint": subscriber.fingerprint,
        "section__issue__deliveries__state__in": RECEIVED,
    }
    return found | set(Item.objects.filter(**copies).exclude(ref="").values_list("ref", flat=True))


def composed(offered: Pool, who: Reader, known: set[str]) -> list[Part]:
    """The sections for one reader, empty ones left out. Adds what stands in them to `known`."""
    found = []
    for number, (key, title, pieces) in enumerate(offered, start=1):
        if mine := rules.chosen(pieces, who, known):
            lines = [shown(piece, in_full=rank < rules.IN_FULL) for rank, piece in enumerate(mine[: rules.AT_MOST])]
            found.append(Part(number, key, title, parts.anchor(title, number), more(len(mine) - len(lines)), lines))
    return found


def more(count: int) -> str:
    """What is said of the pieces a section has no room for; empty for none."""
    words = ngettext("And %(number)s more, on our website.", "And %(number)s more, on our website.", count)
    return words % {"number": count} if count else ""


def shown(piece: Piece, *, in_full: bool) -> Shown:
    """A record as the overview shows it: short, since the page behind it has the rest."""
    return Shown(
        pk=0,
        ref=piece.ref,
        title=parts.cut(piece.title, parts.TITLE),
        url=piece.url,
        text=parts.cut(" ".join(piece.text.split()), rules.TEXT) if in_full else "",
        line=parts.line(piece),
        note=piece.note,
    )
