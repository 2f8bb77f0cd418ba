"""Gathers what the apps put on the desk; knows none of them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from deele.access import rules
from deele.access.enums import Permission
from deele.ui.desk import Figure, Filling, Found, Task, fillings, menu, part_of

MIN_LETTERS = 2


def menu_for(user: Any, path: str) -> list[dict[str, Any]]:
    """The desk's menu for this person; the longest address the path begins with is the active one."""
    items = [(key, item) for key, item in menu.items() if rules.can(user, Permission(item.permission))]
    rows: list[dict[str, Any]] = [
        {
            "part": part_of(key), "label": item.label, "url": reverse(item.url_name),
            "count": item.count(user) if item.count else 0,
        }
        for key, item in items
    ]  # fmt: skip
    fitting = [row["url"] for row in rows if path.startswith(row["url"])]
    active = max(fitting, key=len, default="")
    return [{**row, "active": row["url"] == active} for row in rows]


def allowed(user: Any) -> list[Filling]:
    """The fillings this person may see."""
    return [filling for filling in fillings if rules.can(user, Permission(filling.permission))]


@dataclass(frozen=True)
class Start:
    """The start page."""

    tasks: list[Task]
    figures: list[Figure]
    recent: list[Found]


def start(user: Any, today: date) -> Start:
    """What needs this person today, figures at a glance, and what they worked on last."""
    mine = allowed(user)
    tasks = [task for filling in mine if filling.tasks for task in filling.tasks(user, today)]
    return Start(
        tasks=sorted((task for task in tasks if task.count), key=lambda task: not task.urgent),
        figures=[figure for filling in mine if filling.figures for figure in filling.figures(user, today)],
        recent=[found for filling in mine if filling.recent for found in filling.recent(user)],
    )


def find(user: Any, text: str) -> list[Found]:
    """Hits of all apps for the words; too short a question finds nothing."""
    words = text.strip()
    if len(words) < MIN_LETTERS:
        return []
    return [found for filling in allowed(user) if filling.find for found in filling.find(user, words)]
