"""The tables of the library, a file a topic."""

from deele.library.models.article import Article
from deele.library.models.example import Example, ExampleMessage, FollowUp
from deele.library.models.link import Link, LinkUse
from deele.library.models.order import PrintOrder
from deele.library.models.publication import Author, Publication
from deele.library.models.publication_file import DownloadDay, PageText, PdfReport, PublicationFile
from deele.library.models.term import Term

__all__ = [
    "Article",
    "Author",
    "DownloadDay",
    "Example",
    "ExampleMessage",
    "FollowUp",
    "Link",
    "LinkUse",
    "PageText",
    "PdfReport",
    "PrintOrder",
    "Publication",
    "PublicationFile",
    "Term",
]
