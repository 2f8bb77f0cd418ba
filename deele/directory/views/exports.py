"""The current search as a file, for everybody."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from deele.core.errors import Refusal
from deele.directory.actions import exports as actions
from deele.directory.forms import search as forms
from deele.directory.queries import exports
from deele.directory.queries.documents import SOURCE


@require_safe
def export(request: HttpRequest, form: str) -> HttpResponseBase:
    """CSV, XLSX or GeoJSON of all hits, not only of the page; the address is that of the search."""
    if form not in actions.TYPES:
        raise Http404
    query = replace(forms.understand(request.GET).query(SOURCE), offset=0, cursor="")
    try:
        chunks = actions.write(form, exports.found(query))
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("directory:search")
    name = f"verzeichnis-{timezone.localdate():%Y-%m-%d}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    kind = HttpResponse if form == "xlsx" else StreamingHttpResponse
    return kind(chunks, content_type=actions.TYPES[form], headers=headers)
