"""What comes with the house: glossary, four examples as facts with their source, some texts. Known ones stay."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from deele.audit import actions as audit
from deele.directory.models import Entry
from deele.library.actions import knowledge_index
from deele.library.enums import articles as article_events
from deele.library.enums import examples as example_events
from deele.library.enums.articles import ArticleState
from deele.library.enums.examples import ExampleState
from deele.library.models import Article, Example, Term
from deele.library.queries.words import size_of_place
from deele.library.readers import knowledge as read
from deele.library.rules import life
from deele.places import queries as places


@transaction.atomic
def load_glossary(*, now: datetime) -> int:
    """Add the words nobody has written down yet, then who is mixed up with whom; returns how many are new."""
    known = set(Term.objects.values_list("key", flat=True))
    rows = [row for row in read.glossary() if row["key"] not in known]
    for row in rows:
        made = Term.objects.create(**{name: value for name, value in row.items() if name != "not"})
        audit.record(article_events.TERM_SAVED, by=None, about=made, now=now)
    by_key = {term.key: term for term in Term.objects.all()}
    for row in rows:
        by_key[row["key"]].confused_with.add(*(by_key[key] for key in row["not"] if key in by_key))
        knowledge_index.refresh(by_key[row["key"]], now)
    return len(rows)


@transaction.atomic
def load_examples(*, now: datetime) -> int:
    """Add the examples whose title is not known yet, on the website, confirmed by nobody; returns how many."""
    known = set(Example.objects.values_list("title", flat=True))
    rows = [row for row in read.examples() if row["title"] not in known]
    for row in rows:
        add_example(row, now)
    return len(rows)


def add_example(row: dict[str, Any], now: datetime) -> Example:
    """One example, with its place and its entry where the house knows them."""
    values = {name: value for name, value in row.items() if name not in ("place_key", "entry")}
    place = places.by_key(row["place_key"]) if row["place_key"] else None
    made = Example.objects.create(
        **values, place=place, place_type=size_of_place(place), state=ExampleState.PUBLISHED, public_since=now,
        follow_up_on=life.years_later(timezone.localdate(now)),
    )  # fmt: skip
    entry = Entry.objects.public().filter(title=row.get("entry", "")).first()
    if entry is not None:
        made.entries.add(entry)
    audit.record(example_events.EXAMPLE_SAVED, by=None, about=made, now=now)
    knowledge_index.refresh(made, now)
    return made


@transaction.atomic
def load_articles(*, now: datetime) -> int:
    """Add the texts whose title is not known yet, on the website; returns how many."""
    known = set(Article.objects.values_list("title", flat=True))
    rows = [row for row in read.articles() if row["title"] not in known]
    today: date = timezone.localdate(now)
    for row in rows:
        made = Article.objects.create(
            **row, state=ArticleState.PUBLISHED, public_since=now, checked_on=today, check_by=life.years_later(today, 1)
        )
        audit.record(article_events.ARTICLE_SAVED, by=None, about=made, now=now)
        knowledge_index.refresh(made, now)
    return len(rows)
