"""The check for overlaps: what nobody decided yet, one thing with all that resembles it, the decision."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.likeness import doors
from deele.likeness.actions import overlaps as actions
from deele.likeness.enums import OverlapOutcome
from deele.likeness.forms import DecisionForm
from deele.likeness.models import StoredSubject
from deele.likeness.queries import checking, speaking

PER_PAGE = 25
REST = "rest"


@never_cache
@require_safe
@staff_page(Permission.ALLIANCE_WORK)
def radar(request: HttpRequest) -> HttpResponse:
    """The overlaps nobody decided about, newest first."""
    kind = request.GET.get("art", "").replace("\0", "")[:80]
    page = Paginator(checking.radar(kind), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": checking.radar_rows(list(page.object_list), request.user),
        "tabs": checking.tabs(kind),
    }
    return render(request, "likeness/overlaps/radar.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@staff_page(Permission.DESK)
def check(request: HttpRequest, ref: str) -> HttpResponse:
    """One thing and all that resembles it, with a decision for each and one for all that is left."""
    found = doors.subject(request.user, ref)
    page = checking.page(found, request.user)
    data = request.POST if request.method == "POST" else None
    forms = {row.ref: DecisionForm(data, prefix=f"d{number}") for number, row in enumerate(page.rows)}
    rest = DecisionForm(data, prefix=REST)
    if request.method == "POST" and all([*(form.is_valid() for form in forms.values()), rest.is_valid()]):
        answer = save(request, found, page, forms, rest)
        if answer:
            return answer
    context = {
        "page": page,
        "subject": found,
        "rows": [(row, forms[row.ref], page.seen.get(row.ref, 0)) for row in page.rows],
        "rest": rest,
    }
    return render(request, "likeness/overlaps/check.html", context)


def save(
    request: HttpRequest,
    found: StoredSubject,
    page: checking.CheckPage,
    forms: dict[str, DecisionForm],
    rest: DecisionForm,
) -> HttpResponse | None:
    """Write what was decided, all of it or nothing; None shows the page again."""
    chosen = {row.ref: form.choice or (rest.choice if row.is_asked else {}) for row, form in zip(
        page.rows, forms.values(), strict=True
    )}  # fmt: skip
    wanted = {ref: choice for ref, choice in chosen.items() if choice}
    if not wanted:
        rest.add_error("decision", _("Nothing was decided yet. Please choose a decision for at least one."))
        return None
    seen = {ref: number(request.POST.get(f"seen-{ref}")) for ref in wanted}
    try:
        actions.decide_all(ref=found.ref, wanted=wanted, seen=seen, by=request.user, now=timezone.now())
    except Refusal as problem:
        rest.add_error(None, problem.message)
        return None
    say(request, len(wanted))
    return back(request, found)


@require_POST
@staff_page(Permission.DESK)
def looked(request: HttpRequest, ref: str) -> HttpResponse:
    """Somebody looked, and nothing overlaps."""
    found = doors.subject(request.user, ref)
    actions.none_found(ref=found.ref, by=request.user, now=timezone.now())
    messages.success(request, _("Kept: you looked today."))
    return redirect("likeness:check", found.ref)


@require_POST
@staff_page(Permission.DESK)
def decide_all(request: HttpRequest, ref: str) -> HttpResponse:
    """One decision for all overlaps the card showed; what came since stays open."""
    found = doors.subject(request.user, ref)
    decision = request.POST.get("decision", "")
    if decision not in OverlapOutcome.values or decision == OverlapOutcome.APART:
        return redirect("likeness:check", found.ref)  # apart needs a reason, which is asked there
    pairs = [value.rpartition("|") for value in request.POST.getlist("other")[:50]]
    seen = {other: number(last) for other, bar, last in pairs if bar}
    wanted = {other: {"decision": decision, "reason": ""} for other in seen}
    try:
        actions.decide_all(ref=found.ref, wanted=wanted, seen=seen, by=request.user, now=timezone.now())
        say(request, len(wanted))
    except Refusal as problem:
        messages.error(request, problem.message)
    return back(request, found)


def number(text: str | None) -> int:
    """The number of the last decision the page showed; 0 for none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 18 else 0


def say(request: HttpRequest, count: int) -> None:
    """What was kept."""
    words = ngettext("%(n)s decision kept.", "%(n)s decisions kept.", count) % {"n": count}
    messages.success(request, words)


def back(request: HttpRequest, found: StoredSubject) -> HttpResponse:
    """To the thing where its work goes on; else to its check."""
    url = speaking.url_of(found.ref, request.user)
    return redirect(url) if url.startswith(doors.DESK) else redirect("likeness:check", found.ref)
