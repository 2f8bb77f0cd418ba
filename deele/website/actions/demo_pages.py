"""The page tree of the demonstration office."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page, Site

from deele.office.models import Area
from deele.website.models import (
    BasePage,
    ContactPage,
    EasyLanguagePage,
    HomePage,
    LegalPage,
    NewsIndexPage,
    NewsPage,
    StandardPage,
)
from deele.website.readers import starter

TYPES: dict[str, type[BasePage]] = {
    "home": HomePage,
    "standard": StandardPage,
    "news_index": NewsIndexPage,
    "news": NewsPage,
    "contact": ContactPage,
    "legal": LegalPage,
    "easy": EasyLanguagePage,
}
PLAIN = ("title", "slug", "lead", "greeting", "hint", "easy_note", "day", "role", "checked_on", "enforcement")


@transaction.atomic
def make() -> int:
    """Make the pages that are not there yet; returns how many were made. Never changes a page that exists."""
    made, rows = 0, list(starter.pages())
    home = home_page(rows[0])
    for row in rows[1:]:
        parent = below(home, row.get("parent", ""))
        if not parent.get_children().filter(slug=row["slug"]).exists():
            publish(page_of(row), parent)
            made += 1
    return made


def home_page(row: dict[str, Any]) -> Page:
    """The home page of the site, in place of Wagtail's welcome page and of nothing else."""
    root = root_page()
    if found := HomePage.objects.child_of(root).first():
        point_site_to(found)
        return found
    home = page_of(row)
    free_slug(root, home.slug)
    publish(home, root)
    point_site_to(home)
    for welcome in Page.objects.child_of(root).exact_type(Page).filter(numchild=0):
        welcome.delete()  # nothing of ours is a bare Page
    return home


def root_page() -> Page:
    """Wagtail's root; made anew, with its locale, where it is gone (an emptied database)."""
    Locale.objects.get_or_create(language_code="de")
    found = Page.objects.filter(depth=1).first()
    return found or Page.add_root(instance=Page(title="Root", slug="root"))


def free_slug(root: Page, slug: str) -> None:
    """Make room for our home page where another page has its address."""
    for other in Page.objects.child_of(root).filter(slug=slug):
        other.slug = f"{slug}-alt-{other.pk}"
        other.save()


def point_site_to(home: Page) -> None:
    """The one site of the house begins at this page."""
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    if site.root_page_id != home.pk:
        site.root_page, site.site_name = home, home.title
        site.save()


def below(home: Page, slug: str) -> Page:
    """The page under which a row belongs."""
    return home.get_children().get(slug=slug) if slug else home


def page_of(row: dict[str, Any]) -> BasePage:
    """A row as a page that is not stored yet."""
    model = TYPES[row["type"]]
    page = model(**{name: row[name] for name in PLAIN if name in row}, show_in_menus=row.get("menu", False))
    page.search_description = row.get("lead", "")
    fill: dict[str, Callable[[], Any]] = {
        "body": lambda: starter.stream(row.get("body", [])),
        "doors": lambda: starter.stream([{"type": "door", **door} for door in row.get("doors", [])]),
        "area": lambda: Area.objects.filter(key=row.get("area", "")).first(),
    }
    for name, value in fill.items():
        if hasattr(model, name):
            setattr(page, name, value())
    return page


def publish(page: BasePage, parent: Page) -> None:
    """Store and publish, so that it has a revision like any page of an editor."""
    parent.add_child(instance=page)
    page.save_revision().publish()
