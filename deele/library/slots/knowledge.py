"""Examples, articles and the glossary elsewhere: pages of entries and places, newsletters, answers, hints."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.accompaniment.kinds import told_elsewhere
from deele.directory.kinds.sections import sections as entry_sections
from deele.directory.models import Entry
from deele.library.queries import examples_near, glossary, knowledge_pieces
from deele.mail.kinds import Piece, Wish, sources
from deele.places.models import Place
from deele.places.slots import sections as place_sections
from deele.ui import hints


class OfEntry:
    """The good example in which this entry is told."""

    key = "library"
    rank = 15
    title = _("Told as a good example")
    template = "library/sections/entry.html"

    def context(self, entry: Entry) -> dict[str, Any] | None:
        """Its public examples."""
        cards = examples_near.of_entry(entry, timezone.localdate())
        return {"cards": cards} if cards else None


class OfPlace:
    """Who solved it elsewhere: examples from here and from places of the same size."""

    key = "library"
    rank = 60
    title = _("Good examples")
    template = "library/sections/place.html"

    def context(self, place: Place, request: HttpRequest) -> dict[str, Any] | None:
        """A few of them, and the way to all of this size."""
        found = examples_near.for_place(place, timezone.localdate())
        if found is None:
            return None
        query = f"?{urlencode({'groesse': found['size']})}" if found["size"] else ""
        start = f"{reverse('library:start-path')}?{urlencode({'ort': place.key})}"
        return {**found, "list_url": f"{reverse('library:examples')}{query}", "start_url": start, "place": place}


class NewExamples:
    """New good examples, for newsletters and answers."""

    key = "examples"
    title = _("Good examples")

    def pieces(self, wish: Wish, today: date) -> list[Piece]:
        """What became public and fits, the newest first."""
        return knowledge_pieces.examples(wish)

    def by_refs(self, refs: Iterable[str]) -> dict[str, Piece]:
        """The present state; what is off the website is left out."""
        return knowledge_pieces.examples_by_refs(refs)


class NewArticles:
    """New articles and checklists, for newsletters and answers."""

    key = "articles"
    title = _("Articles and checklists")

    def pieces(self, wish: Wish, today: date) -> list[Piece]:
        """What became public and fits, the newest first."""
        return knowledge_pieces.articles(wish)

    def by_refs(self, refs: Iterable[str]) -> dict[str, Piece]:
        """The present state; what is off the website is left out."""
        return knowledge_pieces.articles_by_refs(refs)


entry_sections.fill(OfEntry())
place_sections.fill(OfPlace())
sources.add(NewExamples.key, NewExamples(), rank=45)
sources.add(NewArticles.key, NewArticles(), rank=46)
hints.sources.add("library", glossary.hint)
told_elsewhere.add("library", examples_near.is_told)
