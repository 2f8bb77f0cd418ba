"""The page that explains the open interface."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from deele.api.api import api
from deele.api.kinds import LICENCE
from deele.directory.kinds.catalogue import by_block


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What there is, with parameters and examples, from the same declaration as the OpenAPI document."""
    document = api.get_openapi_schema(path_prefix="/api/v1/")
    calls = [
        {"path": path, "summary": one["get"]["summary"], "text": one["get"].get("description", ""),
         "parameters": one["get"].get("parameters", [])}
        for path, one in document["paths"].items()
    ]  # fmt: skip
    context = {"calls": calls, "blocks": by_block(), "licence": LICENCE}
    return render(request, "api/start.html", context)
