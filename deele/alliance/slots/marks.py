"""What members give and seek, on their own pages and on the public page of a member."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.alliance.actions import relinking
from deele.alliance.kinds import member_sections, relinks, sections
from deele.alliance.queries import mark_words, marks, matches
from deele.alliance.queries.marks import Ways


class OwnMarks:
    """What we give and seek, and what waits for a yes or no."""

    key = "alliance.marks"
    rank = 20
    title: Promise | str = _("What we give and seek")
    template = "alliance/sections/own_marks.html"

    def context(self, delegate: Any) -> dict[str, Any] | None:
        """The counts, and the way to the texts."""
        found = marks.summary(delegate.membership, timezone.localdate())
        return {**found, "url": Ways().page()} if found else None


class OwnMatches:
    """Needs and offers that fit, to be answered, and contacts that were given."""

    key = "alliance.matches"
    rank = 21
    title: Promise | str = _("Offer meets need")
    template = "alliance/sections/own_matches.html"

    def context(self, delegate: Any) -> dict[str, Any] | None:
        """The open ones first; nothing where there is none."""
        found = matches.for_member(delegate.membership)
        rows = [{"seen": one, "url": reverse("alliance:own-match", args=[one.match.pk])} for one in found]
        return {"rows": rows} if rows else None


class GivesAndSeeks:
    """What a member gives and seeks, for everybody."""

    key = "alliance.marks"
    rank = 20
    title: Promise | str = _("Gives and seeks")
    template = "alliance/sections/gives_and_seeks.html"

    def context(self, membership: Any) -> dict[str, Any] | None:
        """Confirmed passages of a public profile; nothing where there is none."""
        found = marks.given_and_sought(membership, timezone.localdate())
        if not found:
            return None
        return {
            side: [{"mark": mark, "facts": mark_words.facts(mark)} for mark in rows] for side, rows in found.items()
        }


class Follow:
    """Passages and matches follow a merge."""

    key = "alliance.marks"
    rank = 10

    def move(self, gone: Any, kept: Any, same: dict[int, int]) -> Any:
        """Hang over; who answered keeps the number."""
        return relinking.move(gone=gone, kept=kept)

    def back(self, gone: Any, kept: Any, before: Any) -> None:
        """Hang back."""
        relinking.back(gone=gone, kept=kept, before=before)


relinks.fill(Follow())
sections.fill(OwnMarks())
sections.fill(OwnMatches())
member_sections.fill(GivesAndSeeks())
