"""The confidential note of a case. Its words never reach a log, a draft on the device or an error page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.debug import SafeExceptionReporterFilter
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.advice import doors
from deele.advice.actions import confidential as actions
from deele.advice.forms.confidential import ConfidentialForm
from deele.advice.views.cases import GET_POST, WORK
from deele.core.errors import Refusal
from deele.core.versions import Conflict


class AlwaysFilter(SafeExceptionReporterFilter):
    """Django shows every variable on its error page while debugging; here it does not."""

    def is_active(self, request: HttpRequest | None) -> bool:
        return True


def unseen(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Nothing of what goes through this view stands on an error page, also while debugging."""

    @wraps(view)
    def shielded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.exception_reporter_filter = AlwaysFilter()  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return shielded


@never_cache
@unseen
@sensitive_post_parameters()
@require_http_methods(GET_POST)
@staff_page(WORK)
@sensitive_variables()
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Read and write the note; each reading stands in the log. Closed, it says why."""
    case = doors.case(request.user, pk)
    now = timezone.now()
    context: dict[str, Any] = {"case": case}
    try:
        words, version = actions.read(case=case, by=request.user, now=now)
    except Refusal as refusal:
        return render(request, "advice/confidential.html", {**context, "closed": refusal.message})
    form = ConfidentialForm(request.POST or None, initial={"words": words, "version": version})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            what = {"words": given["words"], "version": given["version"]}
            actions.write(case=case, by=request.user, now=now, **what)
        except Conflict as conflict:
            form.add_error(None, conflict.message)
            form.meet(version)
            context["theirs"] = words
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            messages.success(request, _("The confidential note is kept, sealed."))
            return redirect("advice:case", pk)
    return render(request, "advice/confidential.html", {**context, "form": form})


@never_cache
@unseen
@require_safe
@staff_page(Permission.CASE_REASON)
@sensitive_variables()
def opened_note(request: HttpRequest, pk: int) -> HttpResponse:
    """The note of a case that was opened with a reason, to read only; the reading stands in the log."""
    case, opening = doors.opened_case(request.user, pk, timezone.now())
    context: dict[str, Any] = {"case": case, "opening": opening}
    try:
        context["words"], _version = actions.read(case=case, by=request.user, now=timezone.now())
    except Refusal as refusal:
        context["closed"] = refusal.message
    return render(request, "advice/opened_note.html", context)
