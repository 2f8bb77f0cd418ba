"""Main menu and legal menu: from the page tree, in one query."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Page, Site

from deele.website.models import BasePage


@dataclass(frozen=True)
class Item:
    """One line of a menu."""

    label: str
    url: str
    active: bool


@dataclass(frozen=True)
class Menus:
    """Both menus of a page."""

    main: list[Item]
    legal: list[Item]


def footer_types() -> list[type[BasePage]]:
    """The page types that belong into the footer."""
    return [model for model in BasePage.__subclasses__() if model.in_footer]


def menus(path: str) -> Menus:
    """The menus as seen from this path. The places and the directory stand between the editors' pages."""
    roots = Site.get_site_root_paths()
    if not roots:
        return Menus(fixed(path), [])
    root = roots[0].root_path
    footer = {one.pk for one in ContentType.objects.get_for_models(*footer_types()).values()}
    depth = root.strip("/").count("/") + 3
    shown = Q(show_in_menus=True) | Q(content_type_id__in=footer)
    rows = Page.objects.live().filter(shown, depth=depth, url_path__startswith=root).order_by("path")
    main, legal = [], []
    for title, url_path, kind, in_menu in rows.values_list("title", "url_path", "content_type_id", "show_in_menus"):
        item = entry(title, f"/{url_path[len(root) :]}", path)
        if in_menu:
            main.append(item)
        if kind in footer:
            legal.append(item)
    return Menus([*fixed(path), *main], legal)


def fixed(path: str) -> list[Item]:
    """What every house has, whatever its pages."""
    return [
        entry(pgettext("towns and villages", "Places"), "/orte/", path),
        entry(_("Directory"), "/verzeichnis/", path),
        entry(_("Events"), "/veranstaltungen/", path),
        entry(_("Alliance"), "/buendnis/", path),
        entry(_("Library"), "/bibliothek/", path),
    ]


def entry(label: str, url: str, path: str) -> Item:
    """An item; active on its page and all below."""
    return Item(label, url, path.startswith(url))
