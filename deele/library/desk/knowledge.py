"""Examples and articles on the desk: what waits, the search, a menu item."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.library.models import Article, Example, Term
from deele.library.queries import gaps
from deele.library.queries import knowledge_desk as queries
from deele.ui import desk

LIMIT = 5


def tasks(user: Any, today: date) -> list[desk.Task]:
    """What waits for somebody who keeps the library."""
    examples, articles = reverse("library:desk-examples"), reverse("library:desk-articles")
    rows = Example.objects.visible_to(user)
    return [
        desk.Task(_("Answers about good examples"), queries.answered(rows).count(), f"{examples}?tab=antworten"),
        desk.Task(_("Good examples in review"), rows.filter(state="in_pruefung").count(), f"{examples}?tab=pruefung"),
        desk.Task(_("Good examples to ask about"), queries.to_ask(rows, today).count(), f"{examples}?tab=anfragen"),
        desk.Task(
            _("Articles to check again"), queries.due(Article.objects.visible_to(user), today).count(),
            f"{articles}?tab=pruefen",
        ),
        desk.Task(_("Open questions from advice"), gaps.open_count(today), reverse("library:desk-gaps")),
    ]  # fmt: skip


def find(user: Any, text: str) -> list[desk.Found]:
    """Examples, articles and words by their titles."""
    examples = Example.objects.visible_to(user).filter(title__icontains=text)[:LIMIT]
    articles = Article.objects.visible_to(user).filter(title__icontains=text)[:LIMIT]
    terms = Term.objects.filter(word__icontains=text)[:LIMIT]
    return [
        *(desk.Found(row.title, row.desk_url(), _("Good example"), str(row.get_state_display())) for row in examples),
        *(desk.Found(row.title, row.desk_url(), str(row.get_kind_display()), row.summary) for row in articles),
        *(desk.Found(row.word, row.desk_url(), _("Word of the glossary"), row.short) for row in terms),
    ]


def waiting(user: Any) -> int:
    """What waits, for the menu."""
    rows, today = Example.objects.visible_to(user), timezone.localdate()
    return queries.answered(rows).count() + queries.due(Article.objects.visible_to(user), today).count()


desk.menu.add(
    "knowledge",
    desk.MenuItem(gettext_lazy("Examples and knowledge"), "library:desk-examples", Permission.LIBRARY_EDIT, waiting),
    rank=25,
)
desk.fillings.add("knowledge", desk.Filling(Permission.LIBRARY_EDIT, tasks, find=find), rank=45)
