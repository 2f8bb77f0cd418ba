"""Keeping articles and the glossary."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.library.actions import knowledge_index
from deele.library.enums import articles as enums
from deele.library.enums.articles import ArticleState
from deele.library.models import Article, Term
from deele.library.rules import life

CHECK_YEARS = 1


class NoWay(Refusal):
    """From this state there is no such way."""

    code = "no-way"


@transaction.atomic
def save(*, form: Any, by: Any, now: datetime) -> Article:
    """Save what the valid form holds. Raises core.versions.Conflict."""
    saved: Article = audit.save_form(form, by=by, event=enums.ARTICLE_SAVED, now=now)
    knowledge_index.refresh(saved, now)
    return saved


@transaction.atomic
def move(*, article: Article, to: str, by: Any, now: datetime) -> None:
    """Publish, withdraw, take up again. Publishing counts as checked today. Raises NoWay, versions.Conflict."""
    source, target = ArticleState(article.state), ArticleState(to)
    if target not in life.ARTICLE_MOVES[source]:
        words = {"state": source.label, "target": target.label}
        raise NoWay(_("This article is “%(state)s”; from there it cannot become “%(target)s”.") % words)
    today = timezone.localdate(now)
    fields: dict[str, Any] = {"state": target}
    if target == ArticleState.PUBLISHED:
        fields |= {
            "public_since": article.public_since or now,
            "checked_on": today,
            "check_by": next_check(article, today),
        }
    moved = Article.objects.filter(pk=article.pk, state=source)
    if not moved.update(**fields, version=F("version") + 1, updated_at=now):
        raise versions.Conflict(_("Somebody else has moved this article meanwhile. Please open it again."))
    article.refresh_from_db()
    audit.record(enums.ARTICLE_MOVED, by=by, about=article, now=now, data={"from": source.value, "to": target.value})
    knowledge_index.refresh(article, now)


def next_check(article: Article, today: date) -> date:
    """The day written down, or a year from today where that has passed."""
    planned = article.check_by
    return planned if planned and planned > today else life.years_later(today, CHECK_YEARS)


@transaction.atomic
def check(*, article: Article, by: Any, now: datetime) -> None:
    """Say that everything in it still holds today. `article` carries the token of the page. Raises Conflict."""
    versions.claim(article)
    today = timezone.localdate(now)
    article.checked_on, article.check_by = today, life.years_later(today, CHECK_YEARS)
    article.save(update_fields=["checked_on", "check_by", "updated_at"])
    audit.record(enums.ARTICLE_CHECKED, by=by, about=article, now=now)
    knowledge_index.refresh(article, now)


@transaction.atomic
def save_term(*, form: Any, by: Any, now: datetime) -> Term:
    """Save a word of the glossary; every hint of the house says it from then on. Raises core.versions.Conflict."""
    saved: Term = audit.save_form(form, by=by, event=enums.TERM_SAVED, now=now)
    knowledge_index.refresh(saved, now)
    return saved


@transaction.atomic
def remove_term(*, term: Term, by: Any, now: datetime) -> None:
    """Take a word out. Pages that hint at it show nothing in its place. Raises core.versions.Conflict."""
    versions.claim(term)
    audit.record(enums.TERM_REMOVED, by=by, about=term, now=now)
    knowledge_index.forget(term)
    term.delete()
