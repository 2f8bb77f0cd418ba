"""Good examples as everybody sees them: the list, one of them, asking its contact."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.accounts.queries import BadLink
from deele.core.errors import Refusal
from deele.directory.queries import limits
from deele.library.actions import example_contacts, follow_ups
from deele.library.doors import knowledge as doors
from deele.library.forms.example import AskForm, FollowUpForm
from deele.library.models import Example
from deele.library.queries import example_page as queries

GET_POST = ["GET", "HEAD", "POST"]
PER_HOUR = 5


@require_safe
def example_list(request: HttpRequest) -> HttpResponse:
    """All good examples, who started it first."""
    return render(request, "library/public/examples.html", queries.list_page(request.GET, timezone.localdate()))


@require_safe
def example(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """One example. A former address leads to today's."""
    found = doors.public_example(pk)
    if request.path != found.get_absolute_url():
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    return render(request, "library/public/example.html", queries.page(found, timezone.localdate()))


@never_cache
@require_http_methods(GET_POST)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the people behind an example; their address is not shown."""
    found = doors.public_example(pk)
    if not found.can_be_asked:
        messages.info(request, _("Nobody can be asked about this example at present. Please ask the office."))
        return redirect(found)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            pass_on(request, form, found)
        except Refusal as problem:
            form.add_error(None, problem.message)
        else:
            messages.success(request, _("Your question is on its way. The answer comes directly to you."))
            return redirect(found)
    return render(request, "library/public/example_ask.html", {"form": form, "example": found})


def pass_on(request: HttpRequest, form: AskForm, found: Example) -> None:
    """Raises Refusal when there were too many, or nobody can be reached."""
    if problem := limits.too_many(request, "library.ask", per_hour=PER_HOUR):
        raise Refusal(problem)
    told = form.cleaned_data
    example_contacts.pass_on(
        example=found, name=told["name"], email=told["email"], text=told["text"], token=told["seal"], now=timezone.now()
    )


@never_cache
@require_http_methods(GET_POST)
def contact(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the link of the contact: what is shown of it, and how to end it. Looking changes nothing."""
    try:
        _link, found = doors.held_example(token)
    except BadLink as problem:
        return bad_link(request, problem)
    if request.method == "POST":
        example_contacts.end(example=found, by=None, now=timezone.now())
        return render(request, "library/hold/contact_ended.html", {"example": found})
    return render(request, "library/hold/contact.html", {"example": found})


@never_cache
@require_http_methods(GET_POST)
def follow_up(request: HttpRequest, token: str) -> HttpResponse:
    """What has become of it? The link answers once; looking changes nothing."""
    form = FollowUpForm(request.POST or None)
    try:
        link, found = doors.held_follow_up(token)
        if request.method == "POST" and form.is_valid():
            follow_ups.tell(link=link, follow_up=found, now=timezone.now(), **form.cleaned_data)
            return render(request, "library/hold/follow_up_thanks.html", {"example": found.example})
    except BadLink as problem:
        return bad_link(request, problem)
    return render(request, "library/hold/follow_up.html", {"form": form, "example": found.example})


def bad_link(request: HttpRequest, problem: BadLink) -> HttpResponse:
    """The page of a link that opens nothing."""
    return render(request, "accounts/link_problem.html", {"problem": problem}, status=problem.status)
