"""What the directory puts on the page of a place and offers to newsletters."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.directory.queries import around, pages, pieces
from deele.directory.queries import subjects as told
from deele.likeness.kinds import names
from deele.likeness.kinds import subjects as overlapping
from deele.mail.kinds import Piece, Wish, sources
from deele.places import queries as places
from deele.places.models import Place
from deele.places.slots import sections


class Helpers:
    """Who helps here."""

    key = "helpers"
    rank = 10
    title = _("Who helps here")
    template = "directory/sections/helpers.html"

    def context(self, place: Place, request: HttpRequest) -> dict[str, Any] | None:
        return {"helpers": around.helpers(place), "place": place}


class Here:
    """What exists here and nearby, on a map and as a list."""

    key = "here"
    rank = 20
    title = _("What exists here and nearby")
    template = "directory/sections/here.html"

    def context(self, place: Place, request: HttpRequest) -> dict[str, Any] | None:
        found = around.around(place, timezone.localdate())
        small = place.level in around.SMALL
        box = places.box_of(place, around.NEAR_KM if small else None)
        return {
            "place": place,
            "around": found,
            "radius": around.NEAR_KM,
            "list_url": f"{reverse('directory:search')}?ort={place.key}",
            "near_url": f"{reverse('directory:search')}?ort={place.key}&umkreis={around.NEAR_KM}",
            "background": pages.background(place),
            "map_url": reverse("directory:map"),
            "map_box": ",".join(f"{side:.4f}" for side in box) if box else "",
        }


class Next:
    """What to do next."""

    key = "next"
    rank = 90
    title = _("What you can do next")
    template = "directory/sections/next.html"

    def context(self, place: Place, request: HttpRequest) -> dict[str, Any] | None:
        return {"place": place}


for section in (Helpers(), Here(), Next()):
    sections.fill(section)


class NewEntries:
    """What became public in the directory, for newsletters."""

    key = "directory"
    title = _("New in the directory")

    def pieces(self, wish: Wish, today: date) -> list[Piece]:
        return pieces.newest(wish)

    def by_refs(self, refs: Iterable[str]) -> dict[str, Piece]:
        return pieces.by_refs(refs, seeking=False, today=timezone.localdate())


class Calls:
    """Who looks for people, for newsletters."""

    key = "calls"
    title = _("Projects that look for people")

    def pieces(self, wish: Wish, today: date) -> list[Piece]:
        return pieces.calls(wish, today)

    def by_refs(self, refs: Iterable[str]) -> dict[str, Piece]:
        return pieces.by_refs(refs, seeking=True, today=timezone.localdate())


for rank, source in ((30, Calls()), (40, NewEntries())):
    sources.add(source.key, source, rank=rank)


class Existing:
    """Entries as things that may overlap with what is planned."""

    key = told.KEY
    title = _("Entry of the directory")
    is_crowd = True
    subjects = staticmethod(told.subjects)
    url = staticmethod(told.url)


overlapping.add(Existing.key, Existing())
names.add("groups", told.group_names)
