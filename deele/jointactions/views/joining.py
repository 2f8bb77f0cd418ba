"""Sending something in: the first step, the own page behind the link, handing in, withdrawing."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.accounts.queries import BadLink
from deele.core.errors import Refusal
from deele.core.versions import Conflict
from deele.directory.queries import limits
from deele.jointactions import doors
from deele.jointactions.actions import pictures, sending
from deele.jointactions.forms.sending import AskLinkForm, JoinForm, OwnForm
from deele.jointactions.models import Call, Submission
from deele.jointactions.queries import own as queries

GET_POST = ["GET", "HEAD", "POST"]
PER_HOUR = 20


def bad_link(request: HttpRequest, problem: BadLink) -> HttpResponse:
    """What is wrong with the link, and what to do."""
    return render(request, "jointactions/own/bad_link.html", {"problem": problem}, status=410)


@never_cache
@require_http_methods(GET_POST)
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """The call, and the form for it. What is sent is kept as a draft, whatever is still missing."""
    call, now = doors.public_call(pk), timezone.now()
    if request.method != "POST" and not call.is_open(now):
        return render(request, "jointactions/public/closed.html", {"call": call, "over": now >= call.closes_at})
    form = JoinForm(request.POST or None, request.FILES or None, call=call)
    if request.method == "POST" and form.is_valid():
        try:
            problems = store(request, form, call)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            for problem in problems:
                messages.warning(request, problem)
            return redirect("jointactions:joined")
    return render(request, "jointactions/public/join.html", {"form": form, "call": call})


def store(request: HttpRequest, form: JoinForm, call: Call) -> list[str]:
    """Keep the draft; sentences for photos that could not be kept. Raises Refusal."""
    if problem := limits.too_many(request, "jointactions.join", per_hour=PER_HOUR):
        raise Refusal(problem)
    now = timezone.now()
    sending.check_open(call, now)
    photos, problems = pictures.read(form.photos())
    sending.begin(call=call, told=form.told(), photos=photos, form=form.cleaned_data["seal"], now=now)
    return problems


@never_cache
@require_safe
def joined(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "jointactions/public/joined.html")


@never_cache
@require_http_methods(GET_POST)
def ask_link(request: HttpRequest) -> HttpResponse:
    """Ask for the link again. The answer is the same whether the address is known or not."""
    form = AskLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        problem = limits.too_many(request, "jointactions.ask-link", per_hour=PER_HOUR)
        if not problem:
            sending.ask_for_links(email=form.cleaned_data["email"], now=timezone.now())
            return render(request, "jointactions/own/ask_link.html", {"sent": True})
        form.add_error(None, problem)
    return render(request, "jointactions/own/ask_link.html", {"form": form})


@never_cache
@require_http_methods(GET_POST)
def own(request: HttpRequest, token: str) -> HttpResponse:
    """What was sent in: where it stands, what is missing, words and rights to change. Looking changes nothing."""
    try:
        found = doors.own_submission(token)
    except BadLink as problem:
        return bad_link(request, problem)
    form = OwnForm(request.POST or None, request.FILES or None, submission=found)
    if request.method == "POST" and form.is_valid():
        try:
            keep(found, form)
        except Conflict as conflict:
            form.data = form.data.copy()
            form.data["version"] = str(doors.own_submission(token).version)
            form.add_error(None, conflict.message)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            return after_keeping(request, token, form)
    context = {**queries.page(found, timezone.now()), "form": form, "token": token}
    return render(request, "jointactions/own/own.html", context)


def keep(found: Submission, form: OwnForm) -> None:
    """Save what was changed, as it was read. Raises Refusal."""
    found.version = form.cleaned_data["version"]
    sending.change(submission=found, told=form.told(), alts=form.alts(), now=timezone.now())


def after_keeping(request: HttpRequest, token: str, form: OwnForm) -> HttpResponse:
    """One more photo, one less, saved only, or handed in at once: the button that was pressed says it."""
    photos = change_photos(request, token, form)
    if "hand_in" in request.POST and photos:
        return hand_in(request, token)
    if photos:
        messages.success(request, _("Saved. You can go on later with the same link."))
    return redirect("jointactions:own", token)


def change_photos(request: HttpRequest, token: str, form: OwnForm) -> bool:
    """Add the new photo, take the unwanted one out; whether that went well. Words are saved either way."""
    found, now = doors.own_submission(token), timezone.now()
    try:
        if (unwanted := request.POST.get("remove", "")).isascii() and unwanted.isdigit():
            photo = doors.own_photo(token, int(unwanted[:9]))
            sending.remove_photo(submission=found, photo=photo, now=now)
        if file := form.cleaned_data.get("photo"):
            ready = pictures.prepared(file, form.cleaned_data["shown"])
            sending.add_photo(submission=found, ready=ready, now=now)
    except Refusal as refusal:
        messages.error(request, _("Your words are saved. %(why)s") % {"why": refusal.message})
        return False
    return True


def hand_in(request: HttpRequest, token: str) -> HttpResponse:
    """Hand in what was just saved, or say what is missing."""
    try:
        sending.hand_in(submission=doors.own_submission(token), now=timezone.now())
        messages.success(request, _("Thank you! Your contribution is handed in. We write to you."))
    except sending.Lacking:
        messages.warning(request, _("Saved, but not handed in yet: something is still missing. It stands below."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect("jointactions:own", token)


@never_cache
@require_safe
def own_photo(request: HttpRequest, token: str, pk: int) -> HttpResponseBase:
    """One's own photo, small."""
    try:
        photo = doors.own_photo(token, pk)
    except BadLink as problem:
        return bad_link(request, problem)
    return FileResponse(photo.small.open(), content_type="image/webp")


@never_cache
@require_http_methods(GET_POST)
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """End it and delete it; asks first, and says where it had been used."""
    try:
        found = doors.own_submission(token)
    except BadLink as problem:
        return bad_link(request, problem)
    if request.method == "POST":
        try:
            used = sending.withdraw(submission=found, now=timezone.now())
        except Refusal as refusal:
            messages.error(request, refusal.message)
            return redirect("jointactions:own", token)
        return render(request, "jointactions/own/withdrawn.html", {"used": used})
    return render(request, "jointactions/own/withdraw.html", {"used": queries.used(found), "token": token})
