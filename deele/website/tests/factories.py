"""Pages for tests: plain functions, no surprises."""

from typing import Any

from wagtail.models import Page

from deele.office.models import Office
from deele.website.actions import demo_pages
from deele.website.models import BasePage, HomePage, StandardPage

OFFICE = {"name": "Büro Muster", "email": "buero@muster.example", "phone": "0511 000000", "address": "Weg 1"}


def office(**fields: Any) -> Office:
    """The one office."""
    return Office.objects.first() or Office.objects.create(**{**OFFICE, **fields})


def home(**fields: Any) -> HomePage:
    """The home page, where the site begins."""
    row = {"type": "home", "title": "Start", "slug": "start", "greeting": "Guten Tag", **fields}
    return demo_pages.home_page(row)


def page(model: type[BasePage] = StandardPage, parent: Page | None = None, **fields: Any) -> Any:
    """A published page below the home page."""
    fields.setdefault("title", "Seite Muster")
    made = model(**fields)
    demo_pages.publish(made, parent or home())
    return made
