"""Release, and the hand on the tap: who receives it, when, how far it is, pause, resume, stop."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.audit import actions as audit
from deele.newsletter import enums
from deele.newsletter.actions import release as actions
from deele.newsletter.doors import issues as doors
from deele.newsletter.forms.issues import ReleaseForm
from deele.newsletter.papers import checks
from deele.newsletter.queries import copies as ledger
from deele.newsletter.queries import issues as queries
from deele.newsletter.queries.progress import progress
from deele.newsletter.queries.subscribers import recipients as of_area
from deele.newsletter.tables import issues as tables
from deele.newsletter.views.issues import act, whole

PAGE = 100
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_http_methods(GET_POST)
@staff_page(Permission.NEWSLETTER_RELEASE)
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """What goes out to whom and when, on one page, before anything does."""
    found, now = doors.desk_issue(request.user, pk), timezone.now()
    form = ReleaseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        at = form.cleaned_data["at"]
        words = _("Released. The issue will be sent at the planned time.") if at else _("Released. Sending begins now.")
        act(request, lambda: actions.release(issue=found, by=request.user, now=now, at=at), words)
        return redirect(found.desk_url())
    parts = queries.layout(found)
    context = {
        "issue": found,
        "form": form,
        "count": of_area(found.area, now=now).count(),
        "checks": checks.checks(found, parts, checks.sample(found, parts)),
        "may": tables.powers(request.user, found),
    }
    return render(request, "newsletter/desk/release.html", context)


@require_POST
@staff_page(Permission.NEWSLETTER_RELEASE)
def control(request: HttpRequest, pk: int) -> HttpResponse:
    """Pause, resume or put away."""
    found, now = doors.desk_issue(request.user, pk), timezone.now()
    deeds = {
        "pause": (actions.pause, _("Paused. What is on its way right now still arrives, nothing more leaves.")),
        "weiter": (actions.resume, _("Goes on where it stopped. Nobody gets it twice.")),
        "archiv": (actions.archive, _("Put into the archive.")),
    }
    if (name := request.POST.get("schritt", "")) in deeds:
        deed, words = deeds[name]
        act(request, lambda: deed(issue=found, by=request.user, now=now), words)
    return redirect(found.desk_url())


@require_http_methods(GET_POST)
@staff_page(Permission.NEWSLETTER_RELEASE)
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop for good, after a question."""
    found = doors.desk_issue(request.user, pk)
    if request.method == "POST":
        words = _("Stopped. What has not left never leaves.")
        act(request, lambda: actions.stop(issue=found, by=request.user, now=timezone.now()), words)
        return redirect(found.desk_url())
    state = progress(found, timezone.now())
    return render(request, "newsletter/desk/stop.html", {"issue": found, "progress": state})


@require_http_methods(GET_POST)
@staff_page(Permission.NEWSLETTER_RELEASE)
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send doubtful copies once more, after a warning."""
    found, one = doors.desk_issue(request.user, pk), whole(request.POST.get("exemplar"))
    if request.method == "POST":
        words = _("They wait to be sent again.")
        act(request, lambda: actions.send_again(issue=found, by=request.user, now=timezone.now(), pk=one), words)
        return redirect(found.desk_url())
    doubtful = ledger.copies(found, state=enums.DeliveryState.DOUBTFUL)
    rows = [(copy.pk, doors.shown_address(request.user, copy), copy.answer) for copy in doubtful[:PAGE]]
    context = {"issue": found, "count": doubtful.count(), "rows": rows}
    return render(request, "newsletter/desk/again.html", context)


@never_cache
@require_safe
@staff_page(Permission.NEWSLETTER_EDIT)
def recipients(request: HttpRequest, pk: int) -> HttpResponse:
    """Who receives it, before and after; that somebody looked is noted."""
    found, state = doors.desk_issue(request.user, pk), request.GET.get("zustand", "")
    now = timezone.now()
    counts = progress(found, now)
    if not found.is_frozen:
        count = of_area(found.area, now=now).count()
        return render(request, "newsletter/desk/recipients.html", {"issue": found, "count": count})
    page = Paginator(ledger.copies(found, state=state), PAGE).get_page(request.GET.get("page"))
    audit.record(enums.RECIPIENTS_SEEN, by=request.user, about=found)
    context = {
        "issue": found,
        "count": sum(counts.counts.values()),
        "page": page,
        "rows": tables.rows(list(page), request.user),
        "tabs": tables.copy_tabs(found, counts, state),
    }
    return render(request, "newsletter/desk/recipients.html", context)
