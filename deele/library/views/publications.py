"""The library for everybody: list, publication, files, citation."""

from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from deele.library.actions import files
from deele.library.doors import publications as doors
from deele.library.forms.publication import understand
from deele.library.models import Publication, PublicationFile
from deele.library.queries import page_hits, publication_list, publication_page
from deele.library.queries import publication_words as words
from deele.library.rules import citing

CITATIONS = {
    "bibtex": (citing.bibtex, "application/x-bibtex", "bib"),
    "ris": (citing.ris, "application/x-research-info-systems", "ris"),
    "text": (citing.plain, "text/plain", "txt"),
}
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "epub": "application/epub+zip",
}


@require_safe
def publication_list_page(request: HttpRequest) -> HttpResponse:
    """The start of the library; every filter is part of the address."""
    asked = understand(request.GET)
    found = publication_list.find(asked)
    page = Paginator(found.pks, publication_list.PER_PAGE).get_page(asked.page)
    shown = list(page.object_list)
    hits = page_hits.of_publications([pk for pk in shown if pk in found.page_hits], asked.text)
    cards = publication_list.cards(shown)
    for card in cards:
        card["hits"] = hits.get(card["pk"], [])
        card["more"] = max(0, found.page_hits.get(card["pk"], 0) - len(card["hits"])) if card["hits"] else 0
    context = {
        "asked": asked, "page": page, "cards": cards, "total": len(found.pks), "corrected": found.corrected,
        "groups": publication_list.groups(asked, found, request.GET),
        "chips": publication_list.chips(asked, request.GET), "hidden": hidden(request),
    }  # fmt: skip
    return render(request, "library/public/list.html", context)


def hidden(request: HttpRequest) -> list[tuple[str, str]]:
    """The filters the search box keeps."""
    known = {facet.key for facet in publication_list.FACETS}
    return [(key, value) for key, values in request.GET.lists() if key in known for value in values[:20]]


@require_safe
def newest(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest edition, at the address that stays."""
    return shown(request, doors.newest(slug))


@require_safe
def edition(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """One edition."""
    return shown(request, doors.edition(slug, year))


def shown(request: HttpRequest, publication: Publication) -> HttpResponse:
    """The page of an edition; with words asked for, the pages on which they stand."""
    root = request.build_absolute_uri("/").rstrip("/")
    context = publication_page.page(publication, understand(request.GET).text)
    context |= {
        "cite": citing.plain(words.cited(publication, root)),
        "cite_links": publication_page.cite_links(publication),
        "root": root,
    }
    return render(request, "library/public/publication.html", context)


@require_safe
def cite(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """A citation as a file."""
    publication = doors.public_publication(pk)
    if form not in CITATIONS:
        raise Http404
    write, kind, extension = CITATIONS[form]
    root = request.build_absolute_uri("/").rstrip("/")
    answer = HttpResponse(write(words.cited(publication, root)), content_type=f"{kind}; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{publication.slug}.{extension}"'
    return answer


@require_safe
@cache_control(private=True, max_age=600)
def file(request: HttpRequest, pk: int, name: str) -> HttpResponseBase:
    """A file. A PDF opens in the browser, so that a hit leads to its page; it holds no script. All else is saved."""
    found = doors.readable_file(request.user, pk)
    if not default_storage.exists(str(found.file.name)):
        raise Http404
    if name != found.file_name:
        return redirect(found.get_absolute_url())
    if counts(request, found):
        files.fetched(file=found, today=timezone.localdate())
    answer = FileResponse(found.file.open(), content_type=TYPES[found.kind])
    answer["Content-Disposition"] = f'{"inline" if found.is_pdf else "attachment"}; filename="{found.file_name}"'
    return answer


def counts(request: HttpRequest, found: PublicationFile) -> bool:
    """Whether this is somebody fetching a public file: no looking ahead, no part of it, no staff looking at a draft."""
    return (
        request.method == "GET"
        and found.publication.is_public
        and "Range" not in request.headers
        and request.headers.get("Sec-Purpose", request.headers.get("Purpose", "")).split(";")[0] != "prefetch"
    )
