"""Pages of the website that are no pages of the CMS."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_http_methods, require_safe

from deele.core.errors import Refusal
from deele.directory.queries import limits
from deele.website.actions import messages
from deele.website.enums import Topic
from deele.website.forms.message import MessageForm
from deele.website.queries import search as queries

OPEN_FOLDERS = ("images/", "office/")
A_MONTH = 30 * 86_400
PER_HOUR = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Places, entries, events, the alliance, the library and pages for the same words."""
    question = request.GET.get("q", "").strip()[: queries.MOST_LETTERS]
    found = queries.find(question, timezone.now())
    return render(request, "website/public/search.html", {"question": question, "found": found})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def message(request: HttpRequest) -> HttpResponse:
    """Write to the office. `?zu=` says what about."""
    topic = request.GET.get("zu", "")
    form = MessageForm(request.POST or None, initial={"topic": topic if topic in Topic.values else Topic.GENERAL})
    if request.method == "POST" and form.is_valid():
        try:
            return sent(request, form)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
    return render(request, "website/public/message.html", {"form": form})


def sent(request: HttpRequest, form: MessageForm) -> HttpResponse:
    """Take the message and thank; raises what `messages.send` raises."""
    if problem := limits.too_many(request, "website.message", per_hour=PER_HOUR):
        raise Refusal(problem, code="too-many")
    values = {name: form.cleaned_data[name] for name in ("topic", "name", "email", "text")}
    messages.send(**values, form=form.cleaned_data["seal"], now=timezone.now())
    return redirect("website:message-sent")


@require_safe
def message_sent(request: HttpRequest) -> HttpResponse:
    """What happens next."""
    return render(request, "website/public/message_sent.html")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What machines may read."""
    context = {"sitemap": request.build_absolute_uri("/sitemap.xml")}
    return render(request, "website/robots.txt", context, content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=A_MONTH)
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """A finished picture. Originals and documents are not served here; documents have doors of their own."""
    if not path.startswith(OPEN_FOLDERS) or ".." in path or not default_storage.exists(path):
        raise Http404
    return FileResponse(default_storage.open(path))
