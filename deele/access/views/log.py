"""The log at the desk. Reading it changes nothing and is not itself logged."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.access.forms.log import LogFilter
from deele.audit import queries

PAGE_SIZE = 50


@staff_page(Permission.LOG_SEE)
def log(request: HttpRequest) -> HttpResponse:
    """Who did what; filters stand in the address."""
    form = LogFilter(request.GET)
    wanted = form.wanted()
    page = Paginator(queries.wanted(wanted), PAGE_SIZE).get_page(request.GET.get("page"))
    lines = [queries.line(entry) for entry in page]
    return render(request, "access/desk/log.html", {"form": form, "page": page, "lines": lines, "wanted": wanted})
