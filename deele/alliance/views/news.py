"""What is new: the page, and the mails about it: none, or mails again. The link of a mail needs no signing in."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.alliance import doors
from deele.alliance.actions import digests, muting
from deele.alliance.queries import news as queries
from deele.core.paging import page_number

PER_PAGE = 40
LONGEST = 80


@require_safe
@doors.member_page
def news(request: HttpRequest) -> HttpResponse:
    """All that was told, the newest first; muted things too."""
    delegate = request.delegate  # type: ignore[attr-defined]
    paginator = Paginator(queries.of(delegate), PER_PAGE)
    page = paginator.page(page_number(request.GET.get("seite"), paginator.num_pages))
    return render(request, "alliance/mine/news.html", {"page": page, "muted": queries.muted(delegate)})


@require_POST
@doors.member_page
def unmute(request: HttpRequest) -> HttpResponse:
    """Mails about a topic again."""
    topic = request.POST.get("topic", "")[:LONGEST].replace("\0", "")
    muting.unmute(delegate=request.delegate, topic=topic, now=timezone.now())  # type: ignore[attr-defined]
    messages.success(request, _("You get mails about it again."))
    return redirect("alliance:news")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mute(request: HttpRequest, token: str) -> HttpResponse:
    """No more mails about a topic. Looking changes nothing; a button does."""
    found = queries.behind(token, digests.MUTE)
    if found is None:
        raise Http404
    delegate, topic = found
    if request.method == "POST":
        muting.mute(delegate=delegate, topic=topic, now=timezone.now())
    context = {"topic": queries.label(topic), "done": request.method == "POST"}
    return render(request, "alliance/mine/mute.html", context)
