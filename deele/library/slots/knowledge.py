"""Examples, articles and the glossary elsewhere: pages of entries and places, newsletters, answers, hints."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from deele.access import rules as access
from deele.access.enums import Permission
from deele.accompaniment.kinds import told_elsewhere
from deele.alliance.kinds import member_sections
from deele.alliance.models import Membership
from deele.directory.kinds.sections import sections as entry_sections
from deele.directory.models import Entry
from deele.library.models import Article, Example
from deele.library.queries import examples_near, glossary, knowledge_pieces, knowledge_subjects
from deele.likeness.kinds import Subject, subjects
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


class OfMember:
    """Good examples a member has a part in."""

    key = "library.examples"
    rank = 45
    title: Promise | str = _("Good examples")
    template = "library/sections/examples_of_member.html"

    def context(self, membership: Membership) -> dict[str, Any] | None:
        """Its public examples; nothing where there is none."""
        cards = examples_near.of_member(membership, timezone.localdate())
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
member_sections.fill(OfMember())
place_sections.fill(OfPlace())
sources.add(NewExamples.key, NewExamples(), rank=45)
sources.add(NewArticles.key, NewArticles(), rank=46)
hints.sources.add("library", glossary.hint)
told_elsewhere.add("library", examples_near.is_told)


class ExampleSubjects:
    """Good examples, as far as others could be writing the same."""

    key = knowledge_subjects.EXAMPLE
    among = knowledge_subjects.TEXTS
    title = _("Good examples")

    def subjects(self, refs: Iterable[str] | None = None) -> Iterable[Subject]:
        """Those that are written or public."""
        return knowledge_subjects.examples(refs)

    def url(self, ref: str, user: Any) -> str:
        """At the desk for those who keep the library, else the public page."""
        return way(Example.objects.visible_to(user), ref, user)


class ArticleSubjects:
    """Articles, as far as others could be writing the same."""

    key = knowledge_subjects.ARTICLE
    among = knowledge_subjects.TEXTS
    title = _("Articles and checklists")

    def subjects(self, refs: Iterable[str] | None = None) -> Iterable[Subject]:
        """Those that are written or public."""
        return knowledge_subjects.articles(refs)

    def url(self, ref: str, user: Any) -> str:
        """At the desk for those who keep the library, else the public page."""
        return way(Article.objects.visible_to(user), ref, user)


def way(rows: Any, ref: str, user: Any) -> str:
    """Where this person may look at a record; empty where they may not."""
    number = ref.partition(":")[2]
    found = rows.filter(pk=int(number)).first() if number.isascii() and number.isdigit() else None
    if found is None:
        return ""
    return str(found.desk_url() if access.can(user, Permission.LIBRARY_EDIT) else found.get_absolute_url())


kinds_of_subjects: tuple[Any, ...] = (ExampleSubjects(), ArticleSubjects())
for subject_kind in kinds_of_subjects:
    subjects.add(subject_kind.key, subject_kind)
