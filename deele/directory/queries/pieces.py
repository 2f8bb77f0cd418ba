"""Entries as pieces of a newsletter: what is newly public, and who looks for people."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from deele.core.dates import in_words
from deele.core.freshness import as_day
from deele.directory.models import Entry
from deele.directory.queries.entries import keys_around, public
from deele.mail.kinds import Piece, Wish

TEXT = 400


def newest(wish: Wish) -> list[Piece]:
    """Entries that became public in the asked time, newest first."""
    found = asked(wish).order_by("-public_since", "-pk")
    if wish.since:
        found = found.filter(public_since__date__gte=wish.since)
    if wish.until:
        found = found.filter(public_since__date__lte=wish.until)
    return [entry_piece(entry) for entry in found[: wish.limit]]


def calls(wish: Wish, today: date) -> list[Piece]:
    """Entries that look for people, those first whose call ends soonest."""
    still = Q(seeking_until=None) | Q(seeking_until__gte=today)
    found = asked(wish).filter(still, seeking=True).order_by("seeking_until", "-updated_at", "-pk")
    return [call_piece(entry) for entry in found[: wish.limit]]


def asked(wish: Wish) -> QuerySet[Entry]:
    """Public entries of the area of work and of none, by the words of their title."""
    found = public().select_related("area", "place__parent")
    if wish.area_key:
        found = found.filter(Q(area=None) | Q(area__key=wish.area_key))
    return found.filter(title__icontains=wish.text) if wish.text else found


def by_refs(refs: Iterable[str], *, seeking: bool, today: date) -> dict[str, Piece]:
    """The present state of these entries; calls that ended are gone."""
    prefix = "directory.call:" if seeking else "directory.entry:"
    numbers = [ref.removeprefix(prefix) for ref in refs if ref.startswith(prefix)]
    rows = public().select_related("area", "place__parent")
    rows = rows.filter(pk__in=[int(number) for number in numbers if number.isdigit()])
    if not seeking:
        return {f"{prefix}{entry.pk}": entry_piece(entry) for entry in rows}
    rows = rows.filter(Q(seeking_until=None) | Q(seeking_until__gte=today), seeking=True)
    return {f"{prefix}{entry.pk}": call_piece(entry) for entry in rows}


def entry_piece(entry: Entry) -> Piece:
    """An entry as it may stand in a newsletter."""
    return Piece(
        ref=f"directory.entry:{entry.pk}",
        title=entry.title,
        url=entry.get_absolute_url(),
        text=entry.short_text or entry.description[:TEXT],
        day=as_day(entry.public_since),
        when=str(entry.kind_of.label),
        **common(entry),
    )


def call_piece(entry: Entry) -> Piece:
    """A call of an entry that looks for people."""
    until = entry.seeking_until
    return Piece(
        ref=f"directory.call:{entry.pk}",
        title=entry.title,
        url=entry.get_absolute_url(),
        text=entry.seeking_what or entry.short_text,
        day=until,
        when=_("until %(day)s") % {"day": in_words(until)} if until else "",
        **common(entry),
    )


def common(entry: Entry) -> dict:
    """Where it is and whose it is."""
    return {
        "where": str(entry.place or ""),
        "area_key": entry.area.key if entry.area else "",
        "place_keys": tuple(keys_around(entry.place)) if entry.place else (),
        "topics": (str(entry.kind_of.block),),
    }
