"""What was sent in, at the desk: many at once with thumbnails, one with all its rights, where photos are used."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.core.text import slug
from deele.jointactions import doors, enums
from deele.jointactions.actions import exports, judging, sending
from deele.jointactions.enums import Refused, Use
from deele.jointactions.forms.judging import JudgeForm, ManyForm, UseForm
from deele.jointactions.queries import desk as queries

WORK = Permission.ALLIANCE_WORK
PER_PAGE = 20
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@staff_page(WORK)
def review(request: HttpRequest) -> HttpResponse:
    """What waits, with thumbnails; several can be decided on at once."""
    tab, action = request.GET.get("tab", "")[:20], request.GET.get("aktion", "")[:12]
    page = Paginator(queries.submissions(tab=tab, action=action), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page, "rows": queries.review_rows(list(page.object_list)), "tabs": queries.review_tabs(tab, action),
        "tab": tab, "reasons": Refused.choices, "take_down": queries.withdrawn_uses(),
    }  # fmt: skip
    return render(request, "jointactions/desk/review.html", context)


@require_POST
@staff_page(WORK)
def decide(request: HttpRequest) -> HttpResponse:
    """Decide on those that were ticked."""
    form = ManyForm(request.POST)
    numbers = [int(pk[:9]) for pk in request.POST.getlist("pk")[:PER_PAGE] if pk.isascii() and pk.isdigit()]
    if not form.is_valid() or not numbers:
        messages.warning(request, _("Please tick something and choose what to do."))
        return redirect("jointactions:desk-review")
    rows = [doors.desk_submission(request.user, number) for number in numbers]
    told = form.cleaned_data
    done, problems = judging.judge_many(
        submissions=rows, to=told["to"], reason=told["reason"], by=request.user, now=timezone.now()
    )
    if done:
        words = ngettext("%(number)s decided on.", "%(number)s decided on.", done)
        messages.success(request, words % {"number": done})
    for problem in problems:
        messages.error(request, problem)
    return redirect("jointactions:desk-review")


@never_cache
@require_safe
@staff_page(WORK)
def submission(request: HttpRequest, pk: int) -> HttpResponse:
    """One submission with all its rights. That somebody looked at the address is noted."""
    found = doors.desk_submission(request.user, pk)
    if found.email:
        audit.record(enums.SEEN, by=request.user, about=found)
    context = {**queries.submission_page(found), "use_form": UseForm()}
    return render(request, "jointactions/desk/submission.html", context)


@require_POST
@staff_page(WORK)
def judge(request: HttpRequest, pk: int) -> HttpResponse:
    """Take, ask back, refuse."""
    found, form = doors.desk_submission(request.user, pk), JudgeForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            judging.judge(submission=found, by=request.user, now=timezone.now(), **told)
            messages.success(request, _("Done. The person gets a mail."))
        except Refusal as refusal:
            messages.error(request, refusal.message)
    return redirect(found.desk_url())


@require_http_methods(GET_POST)
@staff_page(WORK)
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The person wants it gone, by telephone or letter; asks first."""
    found = doors.desk_submission(request.user, pk)
    if request.method == "POST":
        try:
            sending.withdraw(submission=found, by=request.user, now=timezone.now())
            messages.success(request, _("Withdrawn. Photos and everything personal are deleted."))
        except Refusal as refusal:
            messages.error(request, refusal.message)
        return redirect("jointactions:desk-review")
    return render(request, "jointactions/desk/take_back.html", {"submission": found})


@require_POST
@staff_page(WORK)
def leave_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the others of a submission, not this photo; or show it again."""
    found = doors.desk_photo(request.user, pk)
    judging.leave_out(photo=found, out=request.POST.get("out") == "1", by=request.user, now=timezone.now())
    messages.success(request, _("Saved."))
    return redirect(found.submission.desk_url())


@require_POST
@staff_page(WORK)
def use(request: HttpRequest, pk: int) -> HttpResponse:
    """Note where a photo is used."""
    found, form = doors.desk_photo(request.user, pk), UseForm(request.POST)
    if form.is_valid():
        try:
            judging.note_use(photo=found, by=request.user, now=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Noted. It is named when the photo is withdrawn."))
        except Refusal as refusal:
            messages.error(request, refusal.message)
    else:
        messages.error(request, _("Please say where and since when."))
    return redirect(found.submission.desk_url())


@require_POST
@staff_page(WORK)
def use_end(request: HttpRequest, pk: int) -> HttpResponse:
    """It was taken down."""
    found = doors.desk_use(request.user, pk)
    judging.end_use(use=found, by=request.user, now=timezone.now())
    messages.success(request, _("Noted."))
    return redirect("jointactions:desk-review")


@never_cache
@require_safe
@staff_page(WORK)
def photo(request: HttpRequest, pk: int, size: str) -> HttpResponseBase:
    """A photo that was handed in."""
    found = doors.desk_photo(request.user, pk)
    return FileResponse((found.small if size == "klein" else found.image).open())


@never_cache
@require_safe
@staff_page(WORK)
def table(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What was taken, as a table: words, names beside it, rights."""
    found = doors.desk_action(request.user, pk)
    rows = exports.table(action=found, by=request.user, now=timezone.now())
    response = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{slug(found.title, 40) or "aktion"}.csv"'
    return response


@never_cache
@require_safe
@staff_page(WORK)
def pack(request: HttpRequest, pk: int, use: str) -> HttpResponseBase:
    """The photos that may be used for this, as a ZIP with the list of names."""
    found = doors.desk_action(request.user, pk)
    if use not in Use.values:
        return redirect(reverse("jointactions:desk-action", args=[pk]))
    file = exports.pack(action=found, use=Use(use), by=request.user, now=timezone.now())
    return FileResponse(file, as_attachment=True, filename=f"{slug(found.title, 40) or 'aktion'}-{use}.zip")
