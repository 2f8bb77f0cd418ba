"""What everybody sees: the list, one notice, a message to the people behind it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.core.errors import Refusal
from deele.directory.queries import limits
from deele.notices import doors
from deele.notices.actions import holding
from deele.notices.forms import search as forms
from deele.notices.forms.short import MessageForm
from deele.notices.models import Notice
from deele.notices.queries import public, words

GET_POST = ["GET", "HEAD", "POST"]
PER_HOUR = 10


@require_safe
def notice_list(request: HttpRequest) -> HttpResponse:
    """Who seeks and who offers what; every filter is part of the address."""
    asked = forms.understand(request.GET)
    return render(request, "notices/public/list.html", public.page(asked, request.GET))


@require_safe
def notice(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """One notice, without a name. A former address leads to today's."""
    found = doors.public_notice(pk)
    if request.path != found.get_absolute_url():
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    entry = found.entry if found.entry and found.entry.is_public else None
    context = {
        "notice": found,
        "facts": words.facts(found),
        "entry": entry,
        "since": public.since(found, timezone.localdate()),
    }
    return render(request, "notices/public/notice.html", context)


@never_cache
@require_http_methods(GET_POST)
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """Write to the people behind a notice."""
    found = doors.public_notice(pk)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            pass_on(request, form, found)
        except Refusal as problem:
            form.add_error(None, problem.message)
        else:
            messages.success(request, _("Your message is on its way. The answer comes directly to you."))
            return redirect(found)
    return render(request, "notices/public/message.html", {"form": form, "notice": found})


def pass_on(request: HttpRequest, form: MessageForm, found: Notice) -> None:
    """Raises Refusal when there were too many, or nobody can be reached."""
    if problem := limits.too_many(request, "notices.message", per_hour=PER_HOUR):
        raise Refusal(problem)
    data = form.cleaned_data
    holding.pass_on(
        notice=found, name=data["name"], email=data["email"], text=data["text"], token=data["seal"], now=timezone.now()
    )
