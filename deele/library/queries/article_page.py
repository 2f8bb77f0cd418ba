"""Articles, checklists and questions as everybody reads them."""

from datetime import date
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.directory.enums import Block, Phase, TargetGroup
from deele.library.enums.articles import ArticleKind
from deele.library.models import Article
from deele.library.queries import narrowing, words
from deele.library.queries.narrowing import Filter
from deele.library.rules import marks
from deele.office.enums import Theme

TO_READ = (ArticleKind.ARTICLE, ArticleKind.CHECKLIST)
MOST_RELATED, FEW_HEADINGS = 4, 3

FILTERS: list[Filter[Article]] = [
    Filter(
        "art", gettext_lazy("Kind"), [(kind.value, kind.label) for kind in TO_READ], lambda row: [row.kind], open=True
    ),
    Filter("thema", gettext_lazy("Theme"), Theme.choices, lambda row: row.themes, open=True),
    Filter("baustein", gettext_lazy("Building block"), Block.choices, lambda row: row.blocks),
    Filter("phase", gettext_lazy("Phase"), Phase.choices, lambda row: row.phases),
    Filter("fuer", gettext_lazy("For whom"), TargetGroup.choices, lambda row: row.target_groups),
]


def list_page(data: QueryDict) -> dict[str, Any]:
    """Articles and checklists, narrowed."""
    rows = list(Article.objects.public().filter(kind__in=TO_READ))
    shown = narrowing.page(rows, FILTERS, data, searched)
    asked = Article.objects.public().filter(kind=ArticleKind.QUESTION).count()
    return {**shown, "is_empty": not rows, "questions": asked}


def searched(row: Article) -> str:
    """Where the words of the search are looked for."""
    return " ".join((row.title, row.summary, row.body, *words.titles(Theme, row.themes)))


def questions() -> dict[str, Any]:
    """Frequent questions under their first theme; those without one stand last."""
    rows = Article.objects.public().filter(kind=ArticleKind.QUESTION).order_by("title")
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        key = next((theme for theme in Theme.values if theme in row.themes), "")
        groups.setdefault(key, []).append(
            {"article": row, "html": marks.as_html(row.body), "as_of": words.day(row.checked_on)}
        )
    order = [*Theme.values, ""]
    titles = {"": _("More questions"), **{key: str(label) for key, label in Theme.choices}}
    sorted_groups = sorted(groups.items(), key=lambda item: order.index(item[0]))
    return {"groups": [(titles[key][:1].upper() + titles[key][1:], rows) for key, rows in sorted_groups]}


def page(article: Article, today: date) -> dict[str, Any]:
    """One article."""
    contents = marks.headings(article.body)
    return {
        "article": article,
        "html": marks.as_html(article.body),
        "contents": contents if len(contents) >= FEW_HEADINGS else [],
        "is_checklist": article.kind == ArticleKind.CHECKLIST,
        "checked": checked(article),
        "check_state": "old" if is_due(article, today) else "fresh",
        "law": words.day(article.law_as_of),
        "themes": words.titles(Theme, article.themes),
        "related": related(article),
        "trail": [{"label": _("Knowledge"), "url": reverse("library:articles")}, {"label": article.title, "url": ""}],
    }


def checked(article: Article) -> str:
    """When somebody read it last, in words."""
    return (
        _("checked on %(day)s") % {"day": words.day(article.checked_on)} if article.checked_on else _("not checked yet")
    )


def is_due(article: Article, today: date) -> bool:
    """Whether it should have been looked through again."""
    return article.check_by is not None and article.check_by < today


def related(article: Article) -> list[Article]:
    """Others of the same themes, those with most in common first."""
    mine = set(article.themes)
    if not mine:
        return []
    others = Article.objects.public().exclude(pk=article.pk).filter(kind__in=TO_READ)
    near = [(len(mine & set(row.themes)), row) for row in others]
    best = sorted((one for one in near if one[0]), key=lambda one: (-one[0], one[1].title))
    return [row for _common, row in best[:MOST_RELATED]]


def preview(body: str) -> SafeString:
    """How a text will look."""
    return marks.as_html(body)
