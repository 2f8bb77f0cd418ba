"""What is asked in advice and answered nowhere: demands told by apps above, beside what the library holds."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from deele.library.kinds.demands import Demand, demands
from deele.library.models import Article
from deele.library.queries import knowledge_desk


@dataclass(frozen=True)
class Gap:
    """A topic people ask for, where from, and what we have on it."""

    topic: str
    title: str
    number: int
    districts: tuple[tuple[str, int], ...]
    articles: tuple[Article, ...]
    begin_url: str

    @property
    def is_open(self) -> bool:
        """Whether nothing public answers it."""
        return not any(article.is_public for article in self.articles)


def page(today: date) -> dict[str, Any]:
    """All topics that are asked for; those without an answer first."""
    asked = demands.asked(today)
    rows = [gap(topic, asked) for topic in dict.fromkeys(one.topic for one in asked)]
    known = sorted(rows, key=lambda one: (not one.is_open, -one.number, one.title))
    return {"gaps": known, "has_sources": bool(demands.keys()), "pages": knowledge_desk.pages("gaps")}


def gap(topic: str, asked: list[Demand]) -> Gap:
    """One topic. The total is the line without a district, else the sum of those told."""
    mine = [one for one in asked if one.topic == topic]
    whole = next((one.number for one in mine if not one.district), sum(one.number for one in mine))
    districts = tuple((one.district, one.number) for one in mine if one.district)
    return Gap(
        topic=topic, title=str(mine[0].topic_title), number=whole, districts=districts,
        articles=tuple(article for article in Article.objects.all() if topic in article.topics),
        begin_url=f"{reverse('library:desk-article-new')}?{urlencode({'thema': topic})}",
    )  # fmt: skip


def open_count(today: date) -> int:
    """How many topics nobody answers yet."""
    return sum(one.is_open for one in page(today)["gaps"])


def beginning(topic: str) -> dict[str, Any]:
    """What an article on this topic begins with; nothing for a topic nobody knows."""
    titles = dict(demands.topics())
    return (
        {"topics": [topic], "title": str(titles[topic])[:1].upper() + str(titles[topic])[1:]} if topic in titles else {}
    )
