"""Reading files, and the search index of publications."""

from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import task

from deele.core import jobs
from deele.library.actions import publication_index
from deele.library.models import Publication, PublicationFile


@task()
def read_file(pk: int) -> None:
    """Read and check a PDF. May begin again; a file taken out meanwhile is no fault."""
    from deele.library.actions import reading  # noqa: PLC0415  pypdf is heavy, and wanted in the worker alone

    file = PublicationFile.objects.select_related("publication").filter(pk=pk).exclude(file="").first()
    if file is not None:
        reading.read(file=file, now=timezone.now(), stopping=jobs.stopping)


@task()
def index_pages(pk: int) -> None:
    """Bring the pages of a publication into the index, or out of it."""
    publication = Publication.objects.filter(pk=pk).first()
    if publication is not None:
        publication_index.update_pages(publication)


def rebuild_search(now: datetime) -> None:
    """Write the publications anew with today's vocabulary."""
    publication_index.rebuild()


jobs.periodic("library.publications-rebuild", timedelta(hours=24), rebuild_search)
