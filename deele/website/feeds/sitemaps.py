"""All public addresses for search engines, in parts of a few thousand."""

from datetime import datetime
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.utils import timezone
from wagtail.models import Page, Site

from deele.alliance.models import Membership
from deele.directory.models import Entry
from deele.events.models import Event
from deele.jointactions.models import JointAction
from deele.library.models import Article, Example, Publication, Term
from deele.places.enums import Level
from deele.places.models import Place

WAYS_IN = (
    "/orte/",
    "/verzeichnis/",
    "/verzeichnis/zustaendigkeit/",
    "/veranstaltungen/",
    "/kommunen/einstieg/",
    "/bibliothek/",
    "/bibliothek/beispiele/",
    "/bibliothek/wissen/",
    "/bibliothek/wissen/fragen/",
    "/bibliothek/glossar/",
    "/buendnis/",
    "/buendnis/aktionen/",
    "/buendnis/gruppen/",
    "/buendnis/mitglieder/",
    "/buendnis/wer-kann-was/",
)


class PagesMap(Sitemap):
    """Pages of the CMS, and the fixed ways in."""

    limit = 5000

    def items(self) -> list[tuple[str, datetime | None]]:
        roots = Site.get_site_root_paths()
        root = roots[0].root_path if roots else "/"
        pages = Page.objects.live().public().filter(url_path__startswith=root).order_by("path")
        rows = pages.values_list("url_path", "last_published_at")
        fixed = [(path, None) for path in WAYS_IN]
        return [*((f"/{path[len(root) :]}", changed) for path, changed in rows), *fixed]

    def location(self, item: Any) -> str:
        return item[0]

    def lastmod(self, item: Any) -> datetime | None:
        return timezone.localtime(item[1]) if item[1] else None


class PlacesMap(Sitemap):
    """Municipalities and districts with a page."""

    limit = 5000

    def items(self) -> Any:
        wanted = Place.objects.current().inhabited().filter(level__in=(Level.DISTRICT, Level.MUNICIPALITY))
        return wanted.only("key", "name").order_by("key")


class EntriesMap(Sitemap):
    """Public entries."""

    limit = 5000

    def items(self) -> Any:
        return Entry.objects.public().only("title", "updated_at").order_by("pk")

    def lastmod(self, item: Entry) -> datetime:
        return item.updated_at


class EventsMap(Sitemap):
    """Public events, those of the past too: what is left of them is found there."""

    limit = 5000

    def items(self) -> Any:
        return Event.objects.public().only("title", "updated_at").order_by("pk")

    def lastmod(self, item: Event) -> datetime:
        return item.updated_at


class PublicationsMap(Sitemap):
    """Public publications; older editions too, which keep an address of their own."""

    limit = 5000

    def items(self) -> Any:
        return Publication.objects.public().only("slug", "year", "updated_at").order_by("pk")

    def lastmod(self, item: Publication) -> datetime:
        return item.updated_at


class MembersMap(Sitemap):
    """Public members of the alliance."""

    limit = 5000

    def items(self) -> Any:
        return Membership.objects.public().only("name", "updated_at").order_by("pk")

    def lastmod(self, item: Membership) -> datetime:
        return item.updated_at


class ActionsMap(Sitemap):
    """Public joint actions, those of the past too."""

    limit = 5000

    def items(self) -> Any:
        return JointAction.objects.public().only("title", "updated_at").order_by("pk")

    def lastmod(self, item: JointAction) -> datetime:
        return item.updated_at


class ExamplesMap(Sitemap):
    """Public good examples."""

    limit = 5000

    def items(self) -> Any:
        return Example.objects.public().only("title", "updated_at").order_by("pk")

    def lastmod(self, item: Example) -> datetime:
        return item.updated_at


class ArticlesMap(Sitemap):
    """Public articles, checklists and questions."""

    limit = 5000

    def items(self) -> Any:
        return Article.objects.public().only("title", "updated_at").order_by("pk")

    def lastmod(self, item: Article) -> datetime:
        return item.updated_at


class TermsMap(Sitemap):
    """Words of the glossary."""

    limit = 5000

    def items(self) -> Any:
        return Term.objects.only("key", "updated_at").order_by("pk")

    def lastmod(self, item: Term) -> datetime:
        return item.updated_at


SITEMAPS = {
    "seiten": PagesMap,
    "orte": PlacesMap,
    "eintraege": EntriesMap,
    "veranstaltungen": EventsMap,
    "publikationen": PublicationsMap,
    "beispiele": ExamplesMap,
    "wissen": ArticlesMap,
    "glossar": TermsMap,
    "mitglieder": MembersMap,
    "aktionen": ActionsMap,
}
