"""The legal form finder: a page, a form that only asks, an address one can share."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from deele.accompaniment.forms.finder import FinderForm, understand
from deele.accompaniment.queries.finder import finder_page


@require_safe
def finder(request: HttpRequest) -> HttpResponse:
    """Questions, and what fits the answers. Keeps nothing: the answers stand in the address alone."""
    answers, left_out = understand(request.GET)
    page = finder_page(answers, timezone.localdate())
    context = {**page, "form": FinderForm(initial=answers), "left_out": left_out}
    return render(request, "accompaniment/public/finder.html", context)
