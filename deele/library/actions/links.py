"""Gathering the links of our texts, and asking whether they still lead somewhere."""

from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from deele.library.enums.link import LinkState
from deele.library.kinds.links import LinkSource, TextWithLinks, link_sources
from deele.library.models import Link, LinkUse
from deele.library.rules import links as rules
from deele.library.rules.links import Answer, Standing

AGAIN = timedelta(days=7)
FAILING_AGAIN = timedelta(hours=20)
MOST_A_RUN = 300
PAUSE = 2.0  # seconds between two questions to one site


def gather() -> int:
    """Write down anew which links stand where; returns how many addresses of other sites there are."""
    for source in link_sources:
        gather_source(source)
    LinkUse.objects.exclude(source__in=list(link_sources.keys())).delete()
    Link.objects.filter(uses=None).delete()
    return Link.objects.count()


@transaction.atomic
def gather_source(source: LinkSource) -> int:
    """The links of one kind of texts, instead of what was known."""
    root = settings.DEELE_URL.rstrip("/")
    uses: list[LinkUse] = []
    for text in source.texts():
        uses += uses_of(source.key, text, root)
    LinkUse.objects.filter(source=source.key).delete()
    LinkUse.objects.bulk_create(uses, batch_size=500)
    return len(uses)


def uses_of(key: str, text: TextWithLinks, root: str) -> list[LinkUse]:
    """Every link of a text, once."""
    whole = " ".join([text.text, *text.links])
    base = {"source": key, "ref": text.ref[:80], "title": text.title[:250], "url": text.url[:500]}
    found = [LinkUse(path=path, **base) for path in rules.inside(whole, root)]
    for address in rules.outside(whole):
        if not rules.is_of(address, root):
            host = (urlsplit(address).hostname or "")[:255]
            link, _made = Link.objects.get_or_create(url=address, defaults={"host": host})
            found.append(LinkUse(link=link, **base))
    return found


def check_due(
    *, now: datetime, ask: Callable[[str], Answer], wait: Callable[[float], None], stopping: Callable[[], bool]
) -> int:
    """Ask what is due, the longest unasked first, one site never twice within two seconds; returns how many.

    Failing links are asked every day, the others once a week.
    """
    checked, last_host = 0, ""
    for link in due(now):
        if stopping():
            break
        if link.host == last_host:
            wait(PAUSE)
        last_host = link.host
        write_down(link, ask(link.url), now)
        checked += 1
    return checked


def due(now: datetime) -> list[Link]:
    """What should be asked now, mixed so that one site does not come twice in a row where it can be helped."""
    failing = Link.objects.filter(state=LinkState.FAILING, checked_at__lte=now - FAILING_AGAIN)
    others = Link.objects.exclude(state=LinkState.FAILING).filter(checked_at__lte=now - AGAIN)
    fresh = Link.objects.filter(checked_at=None)
    rows = (fresh | failing | others).order_by(F("checked_at").asc(nulls_first=True), "pk")[:MOST_A_RUN]
    seen: dict[str, int] = {}
    placed = []
    for row in rows:
        seen[row.host] = seen.get(row.host, 0) + 1
        placed.append((seen[row.host], row.pk, row))
    return [row for _turn, _pk, row in sorted(placed, key=lambda each: each[:2])]


def write_down(link: Link, answer: Answer, now: datetime) -> None:
    """Keep what came back."""
    before = Standing(LinkState(link.state), link.failed_days, link.failed_on)
    standing = rules.after(before, answer, timezone.localdate(now))
    Link.objects.filter(pk=link.pk).update(
        state=standing.state,
        failed_days=standing.failed_days,
        failed_on=standing.failed_on,
        checked_at=now,
        answer=answer.words[:120],
        moved_to=answer.moved_to[:1000],
    )
