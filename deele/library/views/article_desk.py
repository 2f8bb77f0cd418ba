"""Articles, the glossary and open questions at the desk."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from deele.access.doors import staff_page
from deele.access.enums import Permission
from deele.core.errors import Refusal
from deele.library.actions import articles as actions
from deele.library.actions import knowledge_overlaps
from deele.library.doors import knowledge as doors
from deele.library.enums.articles import ArticleState
from deele.library.forms.article import ArticleForm, MoveForm, TermForm
from deele.library.models import Article, Term
from deele.library.queries import article_page, gaps
from deele.library.queries import knowledge_desk as queries

EDIT = Permission.LIBRARY_EDIT
GET_POST = ["GET", "HEAD", "POST"]


@never_cache
@require_safe
@staff_page(EDIT)
def article_list(request: HttpRequest) -> HttpResponse:
    """All articles; what is to be checked again first."""
    asked = {name: request.GET.get(name, "").replace("\0", "")[:100] for name in ("tab", "q")}
    shown = queries.article_list(request.user, asked["tab"], asked["q"], timezone.localdate())
    return render(request, "library/desk/articles.html", shown)


@never_cache
@require_http_methods(GET_POST)
@staff_page(EDIT)
def article_form(request: HttpRequest, pk: int = 0) -> HttpResponse:
    """Write an article. “See how it looks” shows text and reading hint without saving."""
    preview = request.method == "POST" and "preview" in request.POST
    with transaction.atomic():
        found = doors.desk_article(request.user, pk) if pk else Article()
        form = ArticleForm(request.POST or None, instance=found, initial=None if pk else begun(request))
        if request.method == "POST" and form.is_valid() and not preview:
            saved = actions.save(form=form, by=request.user, now=timezone.now())
            messages.success(request, _("Saved."))
            return redirect(saved.desk_url())
    texts = queries.texts(form, queries.ARTICLE_TEXTS)
    context = {
        "article": found, "form": form, "preview": article_page.preview(form.data.get("body", "")) if preview else "",
        "reading": queries.reading(texts), "pages": queries.pages("articles"), **queries.article_state(found),
    }  # fmt: skip
    return render(request, "library/desk/article.html", context, status=409 if form.conflict else 200)


def begun(request: HttpRequest) -> dict[str, object]:
    """What a new article begins with, when an open question led here."""
    topic = request.GET.get("thema", "")
    return gaps.beginning(topic) if topic else {}


@require_POST
@staff_page(EDIT)
def article_move(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish, withdraw: one move of the table."""
    found, form = doors.desk_article(request.user, pk), MoveForm(request.POST)
    if form.is_valid():
        to = ArticleState(form.cleaned_data["to"])
        try:
            if to == ArticleState.PUBLISHED:
                knowledge_overlaps.ask_first(found, by=request.user, now=timezone.now())
            actions.move(article=found, to=to, by=request.user, now=timezone.now())
            messages.success(request, _("The article is now: %(state)s.") % {"state": to.label})
        except Refusal as refusal:
            messages.error(request, refusal.message)
    return redirect(found.desk_url())


@require_POST
@staff_page(EDIT)
def article_check(request: HttpRequest, pk: int) -> HttpResponse:
    """“Checked again today”."""
    found, token = doors.desk_article(request.user, pk), request.POST.get("version", "")
    found.version = int(token) if token.isascii() and token.isdigit() and len(token) < 9 else 0
    try:
        actions.check(article=found, by=request.user, now=timezone.now())
        messages.success(request, _("Checked today."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
    return redirect(found.desk_url())


@never_cache
@require_safe
@staff_page(EDIT)
def term_list(request: HttpRequest) -> HttpResponse:
    """All words of the glossary."""
    text = request.GET.get("q", "").replace("\0", "").strip()[:100]
    return render(request, "library/desk/terms.html", queries.term_list(text))


@never_cache
@require_http_methods(GET_POST)
@staff_page(EDIT)
def term_form(request: HttpRequest, key: str = "") -> HttpResponse:
    """A new word, or one to change."""
    with transaction.atomic():
        found = doors.term(key) if key else Term()
        form = TermForm(request.POST or None, instance=found)
        if request.method == "POST" and form.is_valid():
            actions.save_term(form=form, by=request.user, now=timezone.now())
            messages.success(request, _("Saved. Every hint in the house says it from now on."))
            return redirect("library:desk-terms")
    texts = queries.texts(form, queries.TERM_TEXTS)
    context = {"term": found, "form": form, "reading": queries.reading(texts), "pages": queries.pages("terms")}
    return render(request, "library/desk/term.html", context, status=409 if form.conflict else 200)


@require_POST
@staff_page(EDIT)
def term_remove(request: HttpRequest, key: str) -> HttpResponse:
    """Take a word out."""
    found, token = doors.term(key), request.POST.get("version", "")
    found.version = int(token) if token.isascii() and token.isdigit() and len(token) < 9 else 0
    try:
        actions.remove_term(term=found, by=request.user, now=timezone.now())
        messages.success(request, _("The word was taken out."))
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect(found.desk_url())
    return redirect("library:desk-terms")


@never_cache
@require_safe
@staff_page(EDIT)
def open_questions(request: HttpRequest) -> HttpResponse:
    """What is asked in advice and answered nowhere."""
    return render(request, "library/desk/gaps.html", gaps.page(timezone.localdate()))
