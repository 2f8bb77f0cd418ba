"""What joint actions put on pages of others: members, places, newsletters, the engine for overlaps."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.alliance.kinds import Way, member_sections, sections, ways
from deele.jointactions.queries import around, mine, pieces
from deele.jointactions.queries import subjects as own_subjects
from deele.jointactions.queries.overlaps import KIND
from deele.likeness.kinds import Subject, subjects
from deele.mail.kinds import Piece, Wish, sources
from deele.places.models import Place
from deele.places.slots import sections as place_sections


class OfMine:
    """What a member takes part in, on its own page."""

    key = "jointactions"
    rank = 60
    title = _("Joint actions")
    template = "jointactions/sections/mine.html"

    def context(self, delegate: Any) -> dict[str, Any] | None:
        """What it takes part in, and what waits for its answer."""
        return mine.section(delegate.membership)


class OfMember:
    """Public actions a member takes part in."""

    key = "jointactions"
    rank = 60
    title = _("Joint actions")
    template = "jointactions/sections/member.html"

    def context(self, membership: Any) -> dict[str, Any] | None:
        """Nothing where there is none."""
        return mine.public_section(membership)


class OfPlace:
    """Stops near a place."""

    key = "jointactions"
    rank = 45
    title = _("To see near here")
    template = "jointactions/sections/place.html"

    def context(self, place: Place, request: HttpRequest) -> dict[str, Any] | None:
        """The next stops; nothing where there is none."""
        found = around.at_place(place, timezone.localdate())
        return {"stops": found} if found else None


class CallsAndStops:
    """Open calls and coming stops, for newsletters."""

    key = "jointactions"
    title = _("Calls and stops of joint actions")

    def pieces(self, wish: Wish, today: date) -> list[Piece]:
        """By their day."""
        return pieces.newest(wish, today)

    def by_refs(self, refs: Iterable[str]) -> dict[str, Piece]:
        """The present state; what is over is left out."""
        return pieces.by_refs(refs)


class Overlapping:
    """Joint actions that may overlap with what others plan."""

    key = KIND
    title = _("Joint actions")

    def subjects(self, refs: Iterable[str] | None = None) -> Iterable[Subject]:
        """What is planned or runs."""
        return own_subjects.subjects(refs)

    def url(self, ref: str, user: Any) -> str:
        """Where this person may look at it."""
        return own_subjects.url(ref, user)


sections.fill(OfMine())
member_sections.fill(OfMember())
place_sections.fill(OfPlace())
sources.add(CallsAndStops.key, CallsAndStops(), rank=38)
subjects.add(Overlapping.key, Overlapping(), rank=40)
ways.add(
    "jointactions",
    Way(_("Joint actions"), _("Exhibitions, photo actions, days together. Take part."), "jointactions:list", "heart"),
    rank=60,
)
