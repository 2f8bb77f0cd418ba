"""Keeps the search index in step with the published pages."""

from typing import Any

from wagtail.models import Page

from deele.search import actions as search
from deele.search.kinds import Document
from deele.website.models import BasePage

SOURCE = "website"


def document(page: BasePage) -> Document:
    """A page as the index keeps it."""
    data = {"title": page.title, "url": page.url or "", "summary": page.summary}
    return Document(source=SOURCE, ref=str(page.pk), title=page.title, text=page.search_text(), data=data)


def refresh(page: BasePage) -> None:
    """Put a published page into the index, or take it out when it is not public."""
    if page.live and page.url:
        search.index(document(page))
    else:
        search.forget(SOURCE, str(page.pk))


def refresh_all() -> int:
    """Index all published pages anew; returns how many."""
    rows = [page for page in Page.objects.live().public().specific() if isinstance(page, BasePage)]
    search.rebuild(SOURCE, (document(page) for page in rows if page.url))
    return len(rows)


def on_published(sender: Any, instance: Any, **_more: Any) -> None:
    """Wagtail published a page."""
    if isinstance(instance, BasePage):
        refresh(instance)


def on_gone(sender: Any, instance: Any, **_more: Any) -> None:
    """Wagtail took a page off the site, or deleted it."""
    if isinstance(instance, BasePage):
        search.forget(SOURCE, str(instance.pk))


def on_moved(sender: Any, instance: Any, **_more: Any) -> None:
    """An address changed, and with it those of all pages below."""
    if isinstance(instance, BasePage):
        refresh_all()
