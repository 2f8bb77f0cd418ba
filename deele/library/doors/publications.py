"""The doors of publications: fetch and authorise in one step."""

from typing import Any

from django.http import Http404

from deele.library.enums.publication import FileState
from deele.library.models import PrintOrder, Publication, PublicationFile

WITH = ("place__parent", "replaces")


def newest(slug: str) -> Publication:
    """The newest public edition of a work. 404 where there is none."""
    rows = Publication.objects.newest().filter(slug=slug).select_related(*WITH).prefetch_related("authors__membership")
    found = rows.first()
    if found is None:
        raise Http404
    return found


def edition(slug: str, year: int) -> Publication:
    """One public edition. 404 for all others."""
    rows = Publication.objects.public().filter(slug=slug, year=year)
    found = rows.select_related(*WITH).prefetch_related("authors__membership").first()
    if found is None:
        raise Http404
    return found


def public_publication(pk: int) -> Publication:
    """A public publication by its number. 404 for all others."""
    found = Publication.objects.public().select_related(*WITH).prefetch_related("authors").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def readable_file(user: Any, pk: int) -> PublicationFile:
    """A file that was read, of a publication this person may see. 404 for all others."""
    seen = Publication.objects.visible_to(user)
    rows = PublicationFile.objects.filter(publication__in=seen, state__in=[FileState.READY, FileState.NO_TEXT])
    found = rows.exclude(file="").select_related("publication").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def desk_publication(user: Any, pk: int) -> Publication:
    """Any publication, for those who keep the library. 404 for all others."""
    found = Publication.objects.visible_to(user).select_related(*WITH).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def desk_file(user: Any, publication_pk: int, pk: int) -> PublicationFile:
    """Any file of a publication. 404 for all others."""
    found = desk_publication(user, publication_pk).files.select_related("publication").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def desk_order(pk: int) -> PrintOrder:
    """An order; the page around it asks for the permission. 404 where there is none."""
    found = PrintOrder.objects.select_related("publication").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
