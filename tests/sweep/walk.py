"""All addresses of the house, and which of them are ours."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from deele.access.enums import ROLES, Permission

# Houses of others inside ours: their own tests visit every address, ours look at their doors.
FOREIGN = ("konto/", "cms/", "technik/", "dateien/", "_util/", "^((?:[\\w\\-]+/)*)$")
OURS_AMONG_THEM = {"account_home"}


class Address(NamedTuple):
    """A named address, its path as declared, and its view."""

    name: str
    path: str
    view: Callable[..., Any]

    @property
    def is_ours(self) -> bool:
        return self.name in OURS_AMONG_THEM or not self.path.startswith(FOREIGN)


def addresses(resolver: URLResolver | None = None, spaces: tuple[str, ...] = (), path: str = "") -> Iterator[Address]:
    """Every address of the house."""
    for pattern in (resolver or get_resolver()).url_patterns:
        here = path + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield Address(":".join([*spaces, pattern.name or "?"]), here, pattern.callback)
        else:
            yield from addresses(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces, here)


def permissions(view: Callable[..., Any]) -> set[Permission]:
    """What the doors around a view ask for."""
    found = set()
    while view is not None:
        found |= {view.permission} if hasattr(view, "permission") else set()
        view = getattr(view, "__wrapped__", None)
    return found


def has(role: str, wanted: set[Permission]) -> bool:
    """Whether the role has all of them."""
    return role in ROLES and wanted <= ROLES[role].permissions
