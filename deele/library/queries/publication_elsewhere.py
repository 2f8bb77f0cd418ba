"""Publications on the pages of others, in newsletters, and as what is planned."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from deele.access import rules as access
from deele.access.enums import Permission
from deele.core.freshness import as_day
from deele.library.enums.publication import State
from deele.library.models import Publication
from deele.library.models.publication import PublicationQuerySet
from deele.library.queries import publication_words as words
from deele.library.queries.publication_list import card
from deele.likeness.kinds import Subject
from deele.mail.kinds import Piece, Wish
from deele.places.models import Place

REF = "library.publication:"
FEW = 6


def newest(wish: Wish) -> list[Piece]:
    """What became public in the time asked for, the newest first."""
    rows = Publication.objects.newest().select_related("place").prefetch_related("authors").order_by("-published_at")
    if wish.since:
        rows = rows.filter(published_at__gte=midnight(wish.since))
    if wish.until:
        rows = rows.filter(published_at__lt=midnight(wish.until + timedelta(days=1)))
    if wish.text:
        rows = rows.filter(Q(title__icontains=wish.text) | Q(line__icontains=wish.text))
    return [piece(row) for row in rows[: wish.limit]]


def by_refs(refs: Iterable[str]) -> dict[str, Piece]:
    """The present state of these publications; what is no longer public is gone."""
    rows = Publication.objects.public().filter(pk__in=numbers(refs)).select_related("place").prefetch_related("authors")
    return {f"{REF}{row.pk}": piece(row) for row in rows}


def numbers(refs: Iterable[str]) -> list[int]:
    """The numbers in references of ours."""
    found = [ref.removeprefix(REF) for ref in refs if ref.startswith(REF)]
    return [int(one) for one in found if one.isascii() and one.isdigit()]


def piece(row: Publication) -> Piece:
    """One publication. Its address is the one that stays."""
    place = row.place
    return Piece(
        ref=f"{REF}{row.pk}",
        title=row.full_title,
        url=row.stable_url(),
        text=row.line,
        day=as_day(row.published_at),
        when=f"{row.get_kind_display()}, {row.year}" if row.year else str(row.get_kind_display()),
        where=words.meta(row) if not row.year else ", ".join(author.name for author in row.authors.all()),
        place_keys=(place.key, *place.ancestor_keys) if place else (),
        topics=tuple(row.themes or ()),
    )


def midnight(day: Any) -> datetime:
    """The beginning of a day here."""
    return timezone.make_aware(datetime.combine(day, time()))


def of_member(membership_pk: int) -> list[dict[str, Any]]:
    """What a member wrote."""
    return _cards(Publication.objects.newest().filter(authors__membership=membership_pk))


def of_place(place: Place) -> list[dict[str, Any]]:
    """What is about a place or a place in it."""
    inside = Q(place__key=place.key) | Q(place__parent=place)
    return _cards(Publication.objects.newest().filter(inside))


def _cards(rows: PublicationQuerySet) -> list[dict[str, Any]]:
    return [card(row) for row in rows.distinct().prefetch_related("authors")[:FEW]]


def subjects(refs: Iterable[str] | None) -> Iterator[Subject]:
    """Drafts and public ones. What was withdrawn or replaced overlaps with nothing."""
    rows = Publication.objects.exclude(state=State.WITHDRAWN).exclude(replaced_by__state=State.PUBLISHED)
    if refs is not None:
        rows = rows.filter(pk__in=numbers(refs))
    for row in rows.select_related("place").prefetch_related("authors").order_by("pk"):
        yield subject(row)


def subject(row: Publication) -> Subject:
    """What others could be writing too. A new edition goes with the one before: it is the same work."""
    place = row.place
    return Subject(
        ref=f"{REF}{row.pk}",
        title=row.full_title,
        text=f"{row.line} {row.summary}".strip(),
        owner=", ".join(author.name for author in row.authors.all()) or row.publisher,
        themes=tuple(row.themes or ()),
        groups=tuple(row.groups or ()),
        place_keys=(place.key, *place.ancestor_keys) if place else (),
        belongs=(f"{REF}{row.replaces_id}",) if row.replaces_id else (),
    )


def subject_url(ref: str, user: Any) -> str:
    """Where this person may look at it; empty where they may not."""
    row = Publication.objects.filter(pk__in=numbers([ref])).first()
    if row is None:
        return ""
    if access.can(user, Permission.LIBRARY_EDIT):
        return row.desk_url()
    return row.get_absolute_url() if row.is_public else ""
