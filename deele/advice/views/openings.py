"""Opening a case that is not one's own: with a reason, for an hour, to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.advice import doors
from deele.advice.actions import looks
from deele.advice.forms.case_people import ReasonForm
from deele.advice.models import Case
from deele.advice.queries import cases as queries
from deele.advice.views.cases import GET_POST, page_of
from deele.core.errors import Refusal

REASON = Permission.CASE_REASON


@never_cache
@require_http_methods(GET_POST)
@staff_page(REASON)
def open_case(request: HttpRequest) -> HttpResponse:
    """Name the case and the reason. There is no list: whoever leads sees figures."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        case = Case.objects.filter(pk=queries.number_of(given["number"]) or 0).first()
        if case is None:
            form.add_error("number", _("There is no case with this number. Please ask the adviser for it."))
        else:
            try:
                looks.open_with_reason(case=case, reason=given["reason"], by=request.user, now=timezone.now())
            except Refusal as refusal:
                form.add_error("reason", refusal.message)
            else:
                return redirect("advice:opened", case.pk)
    return render(request, "advice/open_case.html", {"form": form})


@never_cache
@require_safe
@staff_page(REASON)
def opened(request: HttpRequest, pk: int) -> HttpResponse:
    """The case, to read, while the hour lasts."""
    case, opening = doors.opened_case(request.user, pk, timezone.now())
    looks.look(case=case, by=request.user, now=timezone.now())
    context = {**page_of(case, request), "opening": opening, "kinds": []}
    return render(request, "advice/opened.html", context)
