"""Notices as pieces of a newsletter: words that are public anyway, no need, no name."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from deele.core.freshness import as_day
from deele.mail.kinds import Piece, Wish
from deele.notices.models import Notice
from deele.notices.queries import public, words

REF = "notices.notice:"


def newest(wish: Wish) -> list[Piece]:
    """What became active in the time asked for, the newest first."""
    rows = Notice.objects.public().prefetch_related("reaches__place")
    if wish.since:
        rows = rows.filter(public_since__gte=midnight(wish.since))
    if wish.until:
        rows = rows.filter(public_since__lt=midnight(wish.until + timedelta(days=1)))
    if wish.text:
        rows = rows.filter(Q(title__icontains=wish.text) | Q(text__icontains=wish.text))
    return [piece(notice) for notice in rows[: wish.limit]]


def by_refs(refs: Iterable[str]) -> dict[str, Piece]:
    """The present state of these notices; what is no longer public is gone."""
    numbers = [ref.removeprefix(REF) for ref in refs if ref.startswith(REF)]
    pks = [int(number) for number in numbers if number.isascii() and number.isdigit()]
    rows = Notice.objects.public().filter(pk__in=pks).prefetch_related("reaches__place")
    return {f"{REF}{notice.pk}": piece(notice) for notice in rows}


def piece(notice: Notice) -> Piece:
    """One notice."""
    reaches = list(notice.reaches.all())
    keys = [key for reach in reaches for key in (reach.place.key, *reach.place.ancestor_keys)]
    return Piece(
        ref=f"{REF}{notice.pk}",
        title=notice.title,
        url=notice.get_absolute_url(),
        text=public.line(notice),
        day=as_day(notice.public_since),
        when=str(notice.get_kind_display()),
        where=words.where(reaches),
        place_keys=tuple(dict.fromkeys(keys)),
        topics=("wohnen",),
    )


def midnight(day: date) -> datetime:
    """The beginning of a day here."""
    return timezone.make_aware(datetime.combine(day, time()))
