"""Links that lead nowhere, with the texts in which they stand."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.library.queries import link_report, publication_desk

PER_PAGE = 50


@never_cache
@require_safe
@staff_page(Permission.LIBRARY_EDIT)
def link_list(request: HttpRequest) -> HttpResponse:
    """Dead ones first."""
    tab = request.GET.get("tab", "")[:20]
    page = Paginator(link_report.rows(tab), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "tab": tab, "tabs": link_report.tabs(tab, reverse("library:desk-links")),
        "pages": publication_desk.pages("links"), "standing": link_report.standing(),
    }  # fmt: skip
    return render(request, "library/desk/links.html", context)
