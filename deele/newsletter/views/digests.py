"""The overview at the desk: how the last ones went, a word on one that waits, and what one would look like today."""

from datetime import timedelta
from typing import Any

from csp.decorators import csp
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.mail.kinds import MAIL_POLICY
from deele.newsletter.actions import digests as actions
from deele.newsletter.enums import Rhythm
from deele.newsletter.forms.digests import LookForm
from deele.newsletter.models import DigestRun
from deele.newsletter.papers import digests as papers
from deele.newsletter.queries import digests as queries
from deele.newsletter.tables import digests as tables


@never_cache
@require_safe
@staff_page(Permission.NEWSLETTER_EDIT)
def overview(request: HttpRequest) -> HttpResponse:
    """The last overviews, and a look at what a reader of one district and topic would get today."""
    asked = "region_text" in request.GET
    form = LookForm(request.GET if asked else None)
    look = looked(form) if asked and form.is_valid() else None
    context = {
        "form": form,
        "look": look,
        "query": urlencode({name: request.GET.get(name, "") for name in form.fields}),
        "rows": tables.rows(queries.latest()),
        "rhythm": tables.rhythm(settings.DEELE_DIGEST, queries.readers(timezone.now()).count()),
        "may_decide": queries.may_decide(request.user),
    }
    return render(request, "newsletter/desk/digest.html", context)


def looked(form: LookForm) -> dict[str, Any]:
    """What such a reader would read, who was told nothing for a month or a week."""
    days = 7 if settings.DEELE_DIGEST == Rhythm.WEEKLY else 31
    today = timezone.localdate()
    since = today - timedelta(days=days)
    parts = queries.composed(queries.pool(since, today), form.reader(), set())
    names = form.regions or form.topics
    title = papers.title(form.regions, form.named()) if names else _("New for you")
    return {"parts": parts, "since": since, "title": title}


@require_safe
@staff_page(Permission.NEWSLETTER_EDIT)
@csp(MAIL_POLICY)
def mail(request: HttpRequest) -> HttpResponse:
    """The same as a mail program shows it."""
    form = LookForm(request.GET)
    if not form.is_valid():
        raise Http404
    look = looked(form)
    laid = papers.lay_out(look["title"], look["since"], look["parts"], language=get_language() or "de")
    return HttpResponse(laid.html)


@require_POST
@staff_page(Permission.NEWSLETTER_RELEASE)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """A person's word on an overview that waits."""
    run = get_object_or_404(DigestRun, pk=pk)
    deeds = {
        "los": (actions.release, _("It goes out now.")),
        "aus": (actions.leave_out, _("Left out. The next overview tells what this one would have told.")),
    }
    if (name := request.POST.get("schritt", "")) in deeds:
        deed, words = deeds[name]
        try:
            deed(run=run, by=request.user, now=timezone.now())
            messages.success(request, words)
        except Refusal as refusal:
            messages.error(request, refusal.message)
    return redirect("newsletter:desk-digest")
