"""Examples, articles and the glossary as the desk sees them: what waits, one of them, the reading hint."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.accompaniment.models import GoodExample
from deele.audit import queries as log
from deele.core.text import fold
from deele.library.enums.articles import ArticleState
from deele.library.enums.examples import ExampleState
from deele.library.models import Article, Example, FollowUp, Term
from deele.library.queries import article_page, example_page, glossary, knowledge_subjects, words
from deele.library.rules import life, marks
from deele.library.rules import reading as rules

HISTORY = 30
STATES = {"entwuerfe": ExampleState.DRAFT, "pruefung": ExampleState.REVIEW, "oeffentlich": ExampleState.PUBLISHED}
PAGES = (
    ("examples", gettext_lazy("Good examples"), "library:desk-examples"),
    ("articles", gettext_lazy("Knowledge"), "library:desk-articles"),
    ("terms", gettext_lazy("Glossary"), "library:desk-terms"),
    ("gaps", gettext_lazy("Open questions"), "library:desk-gaps"),
)
EXAMPLE_TEXTS = ("summary", *example_page.ANATOMY)
ARTICLE_TEXTS, TERM_TEXTS = ("summary", "body"), ("short", "text", "difference")


def pages(active: str) -> list[dict[str, Any]]:
    """The pages of knowledge, as tabs."""
    return [{"label": label, "url": reverse(name), "active": key == active} for key, label, name in PAGES]


def example_list(user: Any, tab: str, text: str, today: date) -> dict[str, Any]:
    """All examples that fit, and beside them the drafts of plans that wait."""
    rows = Example.objects.visible_to(user).select_related("place")
    wanted = {"antworten": answered(rows), "anfragen": to_ask(rows, today)}
    found = list(wanted.get(tab, rows.filter(state=STATES[tab]) if tab in STATES else rows))
    if text:
        found = [row for row in found if all(word in fold(f"{row} {row.summary}") for word in fold(text).split())]
    return {
        "rows": [(row, example_page.card(row, today)) for row in found], "waiting": list(waiting_drafts()), "tab": tab,
        "text": text, "tabs": tabs(rows, tab, today), "pages": pages("examples"),
    }  # fmt: skip


def tabs(rows: QuerySet[Example], active: str, today: date) -> list[dict[str, Any]]:
    """The parts of the list with what lies in each."""
    home = reverse("library:desk-examples")
    named = (
        ("", _("All")),
        ("entwuerfe", _("Drafts (%(n)s)") % {"n": rows.filter(state=ExampleState.DRAFT).count()}),
        ("pruefung", _("In review (%(n)s)") % {"n": rows.filter(state=ExampleState.REVIEW).count()}),
        ("oeffentlich", _("On the website (%(n)s)") % {"n": rows.filter(state=ExampleState.PUBLISHED).count()}),
        ("antworten", _("Answers to look through (%(n)s)") % {"n": answered(rows).count()}),
        ("anfragen", _("To find out yourself (%(n)s)") % {"n": to_ask(rows, today).count()}),
    )
    return [
        {"label": label, "url": f"{home}?tab={key}" if key else home, "active": key == active} for key, label in named
    ]


def answered(rows: QuerySet[Example]) -> QuerySet[Example]:
    """Those with an answer nobody has looked through."""
    return rows.filter(pk__in=FollowUp.objects.exclude(answered_at=None).filter(seen_at=None).values("example"))


def to_ask(rows: QuerySet[Example], today: date) -> QuerySet[Example]:
    """Published ones whose time has come and that have nobody to ask by mail."""
    nobody = Q(contact_email="") | Q(contact_since=None)
    return rows.filter(nobody, state=ExampleState.PUBLISHED, follow_up_on__lte=today)


def waiting_drafts() -> QuerySet[GoodExample]:
    """Drafts that plans left behind and nobody has told yet."""
    return GoodExample.objects.filter(told=None).select_related("plan__place").order_by("-created_at")


def example_moves(example: Example) -> list[dict[str, str]]:
    """The moves that are open, each as a button."""
    labels = {
        ExampleState.REVIEW: _("Hand in for review"), ExampleState.PUBLISHED: _("Publish"),
        ExampleState.DRAFT: _("Back to draft"), ExampleState.WITHDRAWN: _("Take it off the website"),
    }  # fmt: skip
    return [{"to": to.value, "label": labels[to]} for to in life.EXAMPLE_MOVES[ExampleState(example.state)]]


def desk_facts(example: Example) -> dict[str, Any]:
    """What waits on one example."""
    return {
        "follow_ups": list(example.follow_ups.all()),
        "moves": example_moves(example),
        "ref": knowledge_subjects.ref(example),
        "next_ask": words.day(example.follow_up_on),
        "history": [log.line(entry) for entry in log.history(example)[:HISTORY]],
        "pages": pages("examples"),
    }


def one_example(example: Example, today: date) -> dict[str, Any]:
    """One example with everything the office needs to know."""
    return {**example_page.page(example, today), **desk_facts(example)}


def article_list(user: Any, tab: str, text: str, today: date) -> dict[str, Any]:
    """All articles that fit, those due for a check first."""
    rows = Article.objects.visible_to(user)
    chosen = {"pruefen": due(rows, today), "entwuerfe": rows.filter(state=ArticleState.DRAFT)}
    found = list(chosen.get(tab, rows))
    if text:
        found = [row for row in found if all(word in fold(f"{row} {row.summary}") for word in fold(text).split())]
    home = reverse("library:desk-articles")
    named = (
        ("", _("All")),
        ("entwuerfe", _("Drafts (%(n)s)") % {"n": rows.filter(state=ArticleState.DRAFT).count()}),
        ("pruefen", _("To check again (%(n)s)") % {"n": due(rows, today).count()}),
    )
    return {
        "rows": [(row, article_page.checked(row), article_page.is_due(row, today)) for row in found],
        "tabs": [
            {"label": label, "url": f"{home}?tab={key}" if key else home, "active": key == tab} for key, label in named
        ],
        "tab": tab, "text": text, "pages": pages("articles"),
    }  # fmt: skip


def due(rows: QuerySet[Article], today: date) -> QuerySet[Article]:
    """Published ones whose day of checking has passed."""
    return rows.filter(state=ArticleState.PUBLISHED, check_by__lt=today)


def article_state(article: Article) -> dict[str, Any]:
    """The moves that are open, and the past."""
    if not article.pk:
        return {"moves": [], "history": []}
    labels = {
        ArticleState.PUBLISHED: _("Publish"), ArticleState.DRAFT: _("Back to draft"),
        ArticleState.WITHDRAWN: _("Take it off the website"),
    }  # fmt: skip
    return {
        "ref": knowledge_subjects.ref(article),
        "moves": [{"to": to.value, "label": labels[to]} for to in life.ARTICLE_MOVES[ArticleState(article.state)]],
        "checked": article_page.checked(article),
        "history": [log.line(entry) for entry in log.history(article)[:HISTORY]],
    }


def term_list(text: str) -> dict[str, Any]:
    """The glossary at the desk."""
    shown = glossary.page(text)
    rows: list[Term] = [row for rows in shown["letters"].values() for row in rows]
    return {**shown, "rows": rows, "pages": pages("terms")}


def texts(form: Any, names: tuple[str, ...]) -> str:
    """The running text of a form as it stands, sent or stored."""
    return "\n".join(str(form[name].value() or "") for name in names if name in form.fields)


def reading(text: str) -> rules.Reading:
    """How hard it is to read, with the words we can explain."""
    return rules.judge(marks.as_text(text), glossary.words())
