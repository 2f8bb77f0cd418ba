"""Rows of the index as cards of a list."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from deele.core import freshness
from deele.directory.enums import Phase, State
from deele.directory.kinds.catalogue import kinds
from deele.search.kinds import Hit

MONTHS_FRESH, MONTHS_OLD = 12, 24


@dataclass(frozen=True)
class Card:
    """What a list shows of an entry."""

    ref: str
    title: str
    href: str
    kind: str
    place: str
    line: str
    distance: str
    age: str
    age_state: str
    note: str


def card(hit: Hit, today: date) -> Card:
    """A hit as a card."""
    data = hit.data
    return Card(
        ref=hit.ref,
        title=data["title"],
        href=data["url"],
        kind=kind_label(data),
        place=place_words(data),
        line=data["short_text"],
        distance=distance_words(hit.distance_km),
        age=age_words(data, today),
        age_state=age_state(data["verified_at"], data["state"], today),
        note=_("looks for people") if data["seeking"] else "",
    )


def kind_label(data: dict[str, Any]) -> str:
    """Kind, and the phase while it is on its way."""
    label = str(kinds.get(data["kind"]).label)
    phase = data.get("phase", "")
    if phase and phase not in (Phase.LIVING, Phase.UNKNOWN):
        return f"{label} · {Phase(phase).label}"
    return label


def place_words(data: dict[str, Any]) -> str:
    """Otersen (Kirchlinteln), Verden (Aller)."""
    return f"{data['place']} ({data['municipality']})" if data.get("municipality") else data["place"]


def distance_words(km: float | None) -> str:
    """How far, as a person says it."""
    if km is None:
        return ""
    if km < 1:
        return _("less than 1 km")
    return _("%(number)s km away") % {"number": round(km)}


def day_of(text: str | None) -> date | None:
    """The local day of a stored instant."""
    return freshness.as_day(datetime.fromisoformat(text)) if text else None


def age_words(data: dict[str, Any], today: date) -> str:
    """How old the facts are: confirmed when, or as of when the source says so."""
    if data["verified_at"]:
        return freshness.age_in_words(day_of(data["verified_at"]), today)
    if data.get("as_of"):
        return _("not yet confirmed, source of %(year)s") % {"year": data["as_of"][:4]}
    return freshness.age_in_words(None, today)


def age_state(verified_at: str | None, state: str, today: date) -> str:
    """How the age is marked: fresh, due, old, unknown."""
    if state == State.OLD:
        return "old"
    if not verified_at:
        return "unknown"
    day = day_of(verified_at)
    if freshness.is_stale(day, today, MONTHS_OLD):
        return "old"
    return "due" if freshness.is_stale(day, today, MONTHS_FRESH) else "fresh"


def cards(hits: list[Hit], today: date) -> list[Card]:
    """Hits as cards."""
    return [card(hit, today) for hit in hits]
