"""What advice puts on the desk: the way to the log, and the week in numbers."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.advice.queries import cases, enquiries
from deele.advice.queries import contacts as queries
from deele.ui import desk


def figures(user: Any, today: date) -> list[desk.Figure]:
    """Contacts of this week."""
    week = queries.week(user, today)
    return [desk.Figure(_("Consultations this week"), str(week.now), reverse("advice:list"))]


def tasks(user: Any, today: date) -> list[desk.Task]:
    """What waits for somebody who advises."""
    counts = cases.counts(user, {}, today)
    url = reverse("advice:cases")
    inbox = reverse("advice:inbox")
    waits = enquiries.inbox(user, today)
    late = waits["ueberfaellig"].count()
    return [
        desk.Task(_("Enquiries whose promised answer is overdue"), late, f"{inbox}?sicht=ueberfaellig", urgent=True),
        desk.Task(_("Enquiries that wait for you"), waits["meine"].count(), f"{inbox}?sicht=meine"),
        desk.Task(_("New enquiries nobody has taken"), waits["neu"].count(), f"{inbox}?sicht=neu"),
        desk.Task(_("Cases whose date has passed"), counts["ueberfaellig"], f"{url}?sicht=ueberfaellig", urgent=True),
        desk.Task(_("New cases nobody has taken"), counts["neu"], f"{url}?sicht=neu"),
        desk.Task(_("Tasks on cases, due today"), cases.my_tasks_due(user, today), f"{url}?sicht=meine"),
        desk.Task(_("Open cases of people who left"), cases.abandoned(user, today), reverse("advice:case-loads")),
    ]


desk.menu.add("advice", desk.MenuItem(gettext_lazy("Advice"), "advice:log", Permission.CASE_WORK), rank=5)
reason = desk.MenuItem(gettext_lazy("Open a case with a reason"), "advice:open-case", Permission.CASE_REASON)
desk.menu.add("advice.reason", reason, rank=10)
desk.fillings.add("advice", desk.Filling(Permission.CASE_WORK, tasks, figures, None), rank=5)
