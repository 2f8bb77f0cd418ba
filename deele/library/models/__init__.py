"""The tables of the library, a file a topic."""

from deele.library.models.link import Link, LinkUse
from deele.library.models.order import PrintOrder
from deele.library.models.publication import Author, Publication
from deele.library.models.publication_file import DownloadDay, PageText, PdfReport, PublicationFile

__all__ = [
    "Author",
    "DownloadDay",
    "Link",
    "LinkUse",
    "PageText",
    "PdfReport",
    "PrintOrder",
    "Publication",
    "PublicationFile",
]
