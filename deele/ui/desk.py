"""Slots of the desk: apps put menu items, cards and searches there from their `desk.py`, found at start."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.core.registry import Registry

Words = Promise | str


@dataclass(frozen=True)
class MenuItem:
    """An entry of the desk's menu, shown to those who have the permission. `count` says how much waits there."""

    label: Words
    url_name: str
    permission: str
    count: Callable[[Any], int] | None = None


@dataclass(frozen=True)
class Task:
    """Something that needs somebody today."""

    label: Words
    count: int
    url: str
    urgent: bool = False


@dataclass(frozen=True)
class Found:
    """A hit of the global search."""

    title: str
    url: str
    kind: Words
    note: str = ""


@dataclass(frozen=True)
class Figure:
    """A figure at a glance."""

    label: Words
    value: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Filling:
    """What an app puts on the desk; each part answers for one person and day, or is left out."""

    permission: str
    tasks: Callable[[Any, date], list[Task]] | None = None
    figures: Callable[[Any, date], list[Figure]] | None = None
    find: Callable[[Any, str], list[Found]] | None = None
    recent: Callable[[Any], list[Found]] | None = None


# The parts of the menu: the lowest rank of an entry in it, and its heading.
PARTS: tuple[tuple[int, Words], ...] = (
    (0, ""),
    (5, _("Advise and accompany")),
    (20, _("Directory and knowledge")),
    (30, _("Events and newsletter")),
    (50, pgettext_lazy("part of the desk", "Alliance")),
    (60, _("Figures and house")),
)
menu: Registry[MenuItem] = Registry()
fillings: Registry[Filling] = Registry()


def part_of(key: str) -> Words:
    """The heading under which an entry of the menu stands."""
    return [heading for rank, heading in PARTS if rank <= menu.rank(key)][-1]
