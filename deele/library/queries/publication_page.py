"""What the page of a publication shows."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from deele.library.enums.publication import FileState, Verdict
from deele.library.kinds.links import Use, uses
from deele.library.models import Publication, PublicationFile
from deele.library.queries import page_hits
from deele.library.queries import publication_words as words
from deele.library.rules import pdf_findings


def page(publication: Publication, text: str = "") -> dict[str, Any]:
    """Everything of the page but the citation."""
    return {
        "publication": publication,
        "meta": words.meta(publication),
        "facts": words.facts(publication),
        "source": words.source_line(publication),
        "files": [file_row(file) for file in offered(publication)],
        "editions": editions(publication),
        "newer": newer(publication),
        "uses": used_in(publication),
        "can_order": publication.prints and publication.stock > 0,
        "sold_out": publication.prints and not publication.stock,
        "asked": text,
        "hits": page_hits.of_publications([publication.pk], text, page_hits.MANY).get(publication.pk, []),
        "authors": list(publication.authors.all()),
    }


def offered(publication: Publication) -> list[PublicationFile]:
    """The files people may fetch."""
    rows = publication.files.filter(state__in=[FileState.READY, FileState.NO_TEXT]).exclude(file="")
    return list(rows.select_related("report", "publication"))


def file_row(file: PublicationFile) -> dict[str, Any]:
    """A download with its line on accessibility."""
    report = getattr(file, "report", None)
    said = ""
    if file.state == FileState.NO_TEXT:
        said = str(pdf_findings.SCANNED_LINE)
    elif report is not None:
        said = str(pdf_findings.PUBLIC_LINES[Verdict(report.verdict)])
    return {
        "title": file.title or _("The whole document"),
        "url": file.get_absolute_url(),
        "line": words.file_line(file),
        "said": said,
        "good": report is not None and report.verdict == Verdict.GOOD,
        "searchable": file.state == FileState.READY and file.is_pdf,
    }


def editions(publication: Publication) -> list[dict[str, Any]]:
    """All public editions of the work, the newest first; empty when there is only this one."""
    rows = list(Publication.objects.public().filter(slug=publication.slug))
    if len(rows) < 2:
        return []
    return [
        {
            "label": " · ".join(filter(None, (str(row.year or _("without a year")), row.edition))),
            "url": row.get_absolute_url(),
            "current": row.pk == publication.pk,
        }
        for row in rows
    ]


def newer(publication: Publication) -> str:
    """The address of the newest edition when this one was replaced."""
    follower = Publication.objects.public().filter(replaces=publication).first()
    return follower.stable_url() if follower else ""


def used_in(publication: Publication) -> list[Use]:
    """Where the work is used, over all who can say."""
    found = [use for filling in uses for use in filling.of(publication)]
    return list({use.url: use for use in found}.values())


def cite_links(publication: Publication) -> list[dict[str, str]]:
    """The formats of a citation as files."""
    return [
        {"label": label, "url": reverse("library:cite", args=[publication.pk, form])}
        for form, label in (("bibtex", "BibTeX"), ("ris", "RIS"), ("text", _("plain text")))
    ]
