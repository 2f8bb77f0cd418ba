"""For people without an account: hand in an entry, prove an address, look after an entry, write a message."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from deele.accounts.queries import BadLink
from deele.core.errors import Refusal
from deele.directory import doors
from deele.directory.actions import holders, links
from deele.directory.forms.details import DetailsForm
from deele.directory.forms.entry import HolderForm, SubmissionForm
from deele.directory.forms.message import LinkRequestForm, MessageForm
from deele.directory.queries import limits, pages

GET_POST = ["GET", "HEAD", "POST"]


def bad_link(request: HttpRequest, problem: BadLink) -> HttpResponse:
    """A page that says what is wrong with the link and what to do."""
    return render(request, "directory/holder/bad_link.html", {"problem": problem}, status=410)


@never_cache
@require_http_methods(GET_POST)
def submit(request: HttpRequest) -> HttpResponse:
    """Hand in an entry without an account."""
    form = SubmissionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        problem = limits.too_many(request, "submit", per_hour=10)
        if problem:
            form.add_error(None, problem)
        else:
            holders.submit(
                values=form.values(), addresses=form.address_rows(), form=form.cleaned_data["seal"], now=timezone.now()
            )
            return redirect("directory:submitted")
    return render(request, "directory/holder/submit.html", {"form": form})


@require_http_methods(["GET", "HEAD"])
def submitted(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "directory/holder/submitted.html")


@never_cache
@require_http_methods(GET_POST)
def prove(request: HttpRequest, token: str) -> HttpResponse:
    """The link of the first mail: GET shows, POST proves."""
    try:
        link, entry = doors.held_entry(token, purpose=links.SUBMIT)
        if request.method == "POST":
            holders.prove_address(link=link, entry=entry, now=timezone.now())
            return render(request, "directory/holder/proved.html", {"entry": entry})
    except BadLink as problem:
        return bad_link(request, problem)
    return render(request, "directory/holder/prove.html", {"entry": entry})


@never_cache
@require_http_methods(["GET", "HEAD"])
def hold(request: HttpRequest, token: str) -> HttpResponse:
    """Still right, change, gone: the page of the yearly mail. Opening it changes nothing."""
    try:
        link, entry = doors.held_entry(token)
    except BadLink as problem:
        return bad_link(request, problem)
    age, age_state = pages.age(entry)
    context = {
        "entry": entry,
        "token": token,
        "link": link,
        "facts": pages.facts(entry),
        "age": age,
        "state": age_state,
    }
    return render(request, "directory/holder/hold.html", context)


@never_cache
@require_POST
def hold_confirm(request: HttpRequest, token: str) -> HttpResponse:
    """“Still right.”"""
    try:
        link, entry = doors.held_entry(token)
        holders.confirm(link=link, entry=entry, now=timezone.now())
    except BadLink as problem:
        return bad_link(request, problem)
    except Refusal as problem:
        messages.error(request, problem.message)
        return redirect("directory:hold", token)
    return render(request, "directory/holder/thanks.html", {"entry": entry, "token": token})


@never_cache
@require_POST
def hold_gone(request: HttpRequest, token: str) -> HttpResponse:
    """“No longer exists.”"""
    try:
        link, entry = doors.held_entry(token)
        holders.report_gone(link=link, entry=entry, now=timezone.now(), reason=request.POST.get("reason", "")[:300])
    except BadLink as problem:
        return bad_link(request, problem)
    except Refusal as problem:
        messages.error(request, problem.message)
        return redirect("directory:hold", token)
    return render(request, "directory/holder/gone.html", {"entry": entry})


@never_cache
@require_http_methods(GET_POST)
def hold_change(request: HttpRequest, token: str) -> HttpResponse:
    """Change the entry. Two people at once see the conflict."""
    with transaction.atomic():
        try:
            link, entry = doors.held_entry(token)
        except BadLink as problem:
            return bad_link(request, problem)
        form = HolderForm(request.POST or None, instance=entry)
        details = DetailsForm(entry.kind_of, request.POST or None, details=entry.details)
        if request.method == "POST" and form.is_valid() and details.is_valid():
            fresh = doors.held_entry(token)[1]
            values = {**form.values(), "details": details.details}
            holders.change(link=link, entry=fresh, values=values, addresses=form.address_rows(), now=timezone.now())
            return render(request, "directory/holder/thanks.html", {"entry": fresh, "token": token})
    context = {"form": form, "details": details, "entry": entry, "token": token}
    return render(request, "directory/holder/change.html", context, status=409 if form.conflict else 200)


@never_cache
@require_http_methods(GET_POST)
def ask_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a link. The answer is the same whether the address is right or not."""
    entry = doors.published_entry(pk)
    form = LinkRequestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        problem = limits.too_many(request, "ask-link", per_hour=10)
        if not problem:
            holders.ask_for_link(entry=entry, email=form.cleaned_data["email"], now=timezone.now())
            return render(request, "directory/holder/link_sent.html", {"entry": entry})
        form.add_error(None, problem)
    return render(request, "directory/holder/ask_link.html", {"form": form, "entry": entry})


@never_cache
@require_http_methods(GET_POST)
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """Write to the people behind an entry."""
    entry = doors.published_entry(pk)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            pass_on(request, form, entry)
        except Refusal as problem:
            form.add_error(None, problem.message)
        else:
            messages.success(request, _("Your message is on its way. The answer comes directly to you."))
            return redirect(entry)
    return render(request, "directory/holder/message.html", {"form": form, "entry": entry})


def pass_on(request: HttpRequest, form: MessageForm, entry: object) -> None:
    """Raises Refusal when there were too many, or nobody can be reached."""
    if problem := limits.too_many(request, "message", per_hour=10):
        raise Refusal(problem)
    data = form.cleaned_data
    holders.pass_on(
        entry=entry, name=data["name"], email=data["email"], text=data["text"], token=data["seal"], now=timezone.now()
    )
