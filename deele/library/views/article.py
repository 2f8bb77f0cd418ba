"""Articles, checklists, questions and the glossary as everybody reads them."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from deele.library.doors import knowledge as doors
from deele.library.queries import article_page, glossary


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """All articles and checklists, narrowed; the frequent questions beside them."""
    return render(request, "library/public/articles.html", article_page.list_page(request.GET))


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Frequent questions, grouped by theme."""
    return render(request, "library/public/questions.html", article_page.questions())


@require_safe
def article(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """One article. A former address leads to today's."""
    found = doors.public_article(pk)
    if request.path != found.get_absolute_url():
        return HttpResponsePermanentRedirect(found.get_absolute_url())
    return render(request, "library/public/article.html", article_page.page(found, timezone.localdate()))


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """The glossary."""
    text = request.GET.get("q", "").replace("\0", "").strip()[:100]
    return render(request, "library/public/terms.html", glossary.page(text))


@require_safe
def term(request: HttpRequest, key: str) -> HttpResponse:
    """One word."""
    return render(request, "library/public/term.html", glossary.term_page(doors.term(key)))
