"""Signing in: ask for the link, open it, press the button, go on. Opening a link changes nothing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from deele.accounts.actions import mail_links
from deele.accounts.queries import BadLink, mail_link
from deele.alliance import doors
from deele.alliance.actions import signing_in as actions
from deele.alliance.forms.signing_in import AskLinkForm
from deele.directory.queries import limits

PER_HOUR = 10
NEXT = "alliance_next"


def wish(request: HttpRequest, path: str) -> str:
    """Where somebody wanted to go, if that is a page of this house."""
    return path if url_has_allowed_host_and_scheme(path, {request.get_host()}, request.is_secure()) else ""


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for the link. The answer is the same whether the address is known or not."""
    if doors.delegate_of(request):
        return redirect("alliance:mine")
    form = AskLinkForm(request.POST or None, initial={"next": request.GET.get("next", "")})
    if request.method == "POST" and form.is_valid():
        problem = limits.too_many(request, "alliance.sign-in", per_hour=PER_HOUR)
        if not problem:
            actions.send_again(email=form.cleaned_data["email"], now=timezone.now())
            if path := wish(request, form.cleaned_data["next"]):
                request.session[NEXT] = path
            return render(request, "alliance/mine/sign_in.html", {"sent": form.cleaned_data["email"]})
        form.add_error(None, problem)
    return render(request, "alliance/mine/sign_in.html", {"form": form})


@never_cache
@require_http_methods(["GET", "POST"])
def redeem(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the link: one button."""
    now = timezone.now()
    try:
        link = mail_link(token, purpose=actions.SIGN_IN, now=now)
        delegate = actions.delegate_of(link, now)
        if delegate is None:
            raise BadLink
        if request.method == "POST":
            mail_links.redeem(link=link, now=now)
    except BadLink as problem:
        context = {"problem": problem, "again_url": reverse("alliance:sign-in")}
        return render(request, "accounts/link_problem.html", context, status=problem.status)
    if request.method == "POST":
        path = request.session.pop(NEXT, "")
        doors.let_in(request, delegate)
        return redirect(path or "alliance:mine")
    return render(request, "alliance/mine/redeem.html", {"delegate": delegate})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Forget this device."""
    doors.let_out(request)
    messages.success(request, _("You are signed out on this device."))
    return redirect("alliance:sign-in")
