"""The public archive: every issue as a page, from the first copy on."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from deele.newsletter.doors import issues as doors
from deele.newsletter.papers.layout import html
from deele.newsletter.queries import issues as queries
from deele.office import queries as office

PAGE = 20


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    """All issues, newest first, of all areas or of one."""
    area = request.GET.get("bereich", "")[:40]
    page = Paginator(queries.archive(area), PAGE).get_page(request.GET.get("seite"))
    return render(request, "newsletter/public/archive.html", {"page": page, "areas": office.areas(), "area": area})


@require_safe
def archived(request: HttpRequest, slug: str) -> HttpResponse:
    """One issue as it was sent."""
    issue = doors.archived_issue(slug)
    parts = [part for part in queries.layout(issue) if not part.is_empty]
    context = {
        "issue": issue,
        "accent": issue.area.colour,
        "lead": html(issue.lead, down=0),
        "parts": [
            (part, html(part.text), [(piece, html(piece.text, down=2)) for piece in part.pieces]) for part in parts
        ],
        "contents": parts if len(parts) > 1 else [],
        "funder": issue.area.funder_block or issue.area.carrier.funder_block,
    }
    return render(request, "newsletter/public/archived.html", context)
