"""Open calls and coming stops as pieces of a newsletter: words that are public anyway, no photos."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from deele.core.freshness import as_day
from deele.jointactions.models import Call, TourStop
from deele.jointactions.queries import around, words
from deele.mail.kinds import Piece, Wish

CALL, STOP = "jointactions.call:", "jointactions.tourstop:"


def newest(wish: Wish, today: date) -> list[Piece]:
    """Calls that are open and stops to come, by their day."""
    found = [call_piece(call) for call in Call.objects.open(timezone.now()).select_related("action__place")]
    found += [stop_piece(stop) for stop in around.coming(today)[: wish.limit]]
    fits = [piece for piece in found if is_within(piece, wish)]
    return sorted(fits, key=lambda piece: (piece.day or today, piece.ref))[: wish.limit]


def is_within(piece: Piece, wish: Wish) -> bool:
    """Whether its day and its words fit."""
    day = piece.day
    if day is None or (wish.since and day < wish.since) or (wish.until and day > wish.until):
        return False
    return wish.text.lower() in f"{piece.title} {piece.text}".lower()


def by_refs(refs: Iterable[str]) -> dict[str, Piece]:
    """The present state of these; what is no longer open or public is gone."""
    wanted = list(refs)
    calls = Call.objects.open(timezone.now()).filter(pk__in=numbers(wanted, CALL)).select_related("action__place")
    stops = around.coming(timezone.localdate())
    found = {f"{CALL}{call.pk}": call_piece(call) for call in calls}
    return found | {f"{STOP}{stop.pk}": stop_piece(stop) for stop in stops.filter(pk__in=numbers(wanted, STOP))}


def numbers(refs: list[str], prefix: str) -> list[int]:
    """The keys of one kind."""
    told = [ref.removeprefix(prefix) for ref in refs if ref.startswith(prefix)]
    return [int(number) for number in told if number.isascii() and number.isdigit()]


def call_piece(call: Call) -> Piece:
    """One call."""
    place = call.action.place
    return Piece(
        ref=f"{CALL}{call.pk}",
        title=call.title,
        url=call.get_absolute_url(),
        text=call.text,
        day=as_day(call.closes_at),
        when=_("open until %(day)s") % {"day": words.closes(call)},
        where=str(place) if place else "",
        place_keys=(place.key, *place.ancestor_keys) if place else (),
        topics=tuple(call.action.themes),
    )


def stop_piece(stop: TourStop) -> Piece:
    """One stop."""
    return Piece(
        ref=f"{STOP}{stop.pk}",
        title=f"{stop.action.title}: {stop.venue}",
        url=f"{stop.action.get_absolute_url()}#station-{stop.pk}",
        text=stop.action.aim,
        day=stop.begins,
        when=words.when_at(stop),
        where=str(stop.place),
        place_keys=(stop.place.key, *stop.place.ancestor_keys),
        topics=tuple(stop.action.themes),
    )
