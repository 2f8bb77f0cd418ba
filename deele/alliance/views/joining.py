"""Asking to join: the form, the proof of the address."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.accounts.queries import BadLink
from deele.alliance import doors
from deele.alliance.actions import joining
from deele.alliance.forms.joining import JoinForm
from deele.directory.queries import limits

GET_POST = ["GET", "HEAD", "POST"]
PER_HOUR = 10


@never_cache
@require_http_methods(GET_POST)
def join(request: HttpRequest) -> HttpResponse:
    """Organisations of every kind and private people."""
    form = JoinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        problem = limits.too_many(request, "alliance.join", per_hour=PER_HOUR)
        if not problem:
            joining.ask(values=form.values(), form=form.cleaned_data["seal"], now=timezone.now())
            return redirect("alliance:join-sent")
        form.add_error(None, problem)
    return render(request, "alliance/public/join.html", {"form": form})


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "alliance/public/join_sent.html")


@never_cache
@require_http_methods(GET_POST)
def prove(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the first mail: looking changes nothing, the button proves and leads to the own pages."""
    try:
        link, wish = doors.wish(token)
        if request.method == "POST":
            made = joining.prove(link=link, wish=wish, now=timezone.now())
            doors.let_in(request, made.delegates.get())
            messages.success(request, _("Thank you. The office of the alliance writes or calls you."))
            return redirect("alliance:mine-profile")
    except BadLink as problem:
        return render(request, "accounts/link_problem.html", {"problem": problem}, status=problem.status)
    return render(request, "alliance/public/join_prove.html", {"wish": wish})
