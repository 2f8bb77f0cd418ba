"""What publications put elsewhere: pieces of newsletters, a member's page, the page of a place, what is planned."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from deele.alliance.kinds import member_sections
from deele.alliance.models import Membership
from deele.library.queries import publication_elsewhere as elsewhere
from deele.likeness.kinds import Subject, subjects
from deele.mail.kinds import Piece, Wish, sources
from deele.places.models import Place
from deele.places.slots import sections as place_sections


class NewPublications:
    """New publications, for newsletters and for answers to enquiries."""

    key = "publications"
    title = _("Publications")

    def pieces(self, wish: Wish, today: date) -> list[Piece]:
        """What became public and fits, the newest first."""
        return elsewhere.newest(wish)

    def by_refs(self, refs: Iterable[str]) -> dict[str, Piece]:
        """The present state; what was withdrawn is left out."""
        return elsewhere.by_refs(refs)


class OfMember:
    """What a member wrote."""

    key = "publications"
    rank = 40
    title = _("Publications")
    template = "library/sections/publications_of_member.html"

    def context(self, membership: Membership) -> dict[str, Any] | None:
        """The newest edition of each work; nothing where there is none."""
        found = elsewhere.of_member(membership.pk)
        return {"cards": found} if found else None


class OfPlace:
    """What was written about a place."""

    key = "publications"
    rank = 60
    title = _("Publications about this place")
    template = "library/sections/publications_of_place.html"

    def context(self, place: Place, request: HttpRequest) -> dict[str, Any] | None:
        """About the place or what lies in it; nothing where there is none."""
        found = elsewhere.of_place(place)
        return {"cards": found} if found else None


class Planned:
    """Publications as what somebody plans or has, for the check of overlaps."""

    key = "library.publication"
    title = _("Publication")

    def subjects(self, refs: Iterable[str] | None = None) -> Iterable[Subject]:
        """Drafts and public ones."""
        return elsewhere.subjects(refs)

    def url(self, ref: str, user: Any) -> str:
        """The public page, or the desk for those who work there."""
        return elsewhere.subject_url(ref, user)


sources.add(NewPublications.key, NewPublications(), rank=20)
member_sections.fill(OfMember())
place_sections.fill(OfPlace())
subjects.add(Planned.key, Planned(), rank=40)
