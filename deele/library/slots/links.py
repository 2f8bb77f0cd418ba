"""Texts with links that lie on the floors below the library."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from deele.directory.models import Entry
from deele.events.models import Event
from deele.library.kinds.links import TextWithLinks, link_sources, uses
from deele.library.models import Publication
from deele.library.queries.link_report import FromLinks


class Publications:
    """The pages of publications."""

    key = "publications"
    title = _("Publications")

    def texts(self) -> Iterator[TextWithLinks]:
        for row in Publication.objects.public().iterator(chunk_size=500):
            doi = f"https://doi.org/{row.doi}" if row.doi else ""
            links = tuple(filter(None, (row.url, row.source_url, doi)))
            ref = f"publication:{row.pk}"
            yield TextWithLinks(ref, row.full_title, row.get_absolute_url(), f"{row.line} {row.summary}", links)


class Entries:
    """Websites and sources of entries."""

    key = "entries"
    title = _("Entries")

    def texts(self) -> Iterator[TextWithLinks]:
        for row in Entry.objects.public().iterator(chunk_size=500):
            links = tuple(filter(None, (row.website, row.source_url)))
            yield TextWithLinks(f"entry:{row.pk}", row.title, row.get_absolute_url(), row.description, links)


class Events:
    """Announcements of events."""

    key = "events"
    title = _("Events")

    def texts(self) -> Iterator[TextWithLinks]:
        for row in Event.objects.public().prefetch_related("documents").iterator(chunk_size=500):
            shown = (one for one in row.documents.all() if one.released and one.url)
            links = tuple(filter(None, (row.registration_url, row.source_url, *(one.url for one in shown))))
            text = f"{row.short_text} {row.description} {row.report}"
            yield TextWithLinks(f"event:{row.pk}", row.full_title, row.get_absolute_url(), text, links)


link_sources.add(Publications.key, Publications(), rank=10)
link_sources.add(Entries.key, Entries(), rank=20)
link_sources.add(Events.key, Events(), rank=30)
uses.add(FromLinks.key, FromLinks(), rank=50)
