"""What the money puts on the desk."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.access.enums import Permission
from deele.money import doors
from deele.money.enums import LineState
from deele.money.queries import desk as queries
from deele.money.queries import dunning
from deele.money.queries.desk import DUE, REFUND, UNDRAWN
from deele.money.rules.amounts import euros
from deele.ui import desk

LIMIT = 8


def tasks(user: Any, today: date) -> list[desk.Task]:
    """Overdue, reminders to release, bank lines to book, money to give back."""
    mine, page = doors.invoices(user), reverse("money:list")
    counts = queries.waiting(mine, today)
    lines = doors.bank_lines(user).filter(state=LineState.OPEN).count()
    return [
        desk.Task(_("Invoices overdue"), counts[DUE], f"{page}?zustand={DUE}"),
        desk.Task(_("Reminders to release"), len(dunning.due(today, mine)), reverse("money:reminders")),
        desk.Task(_("Bank lines to book"), lines, reverse("money:bank")),
        desk.Task(_("Money to give back"), counts[REFUND], f"{page}?zustand={REFUND}"),
        desk.Task(_("Documents without a paper yet"), counts[UNDRAWN], f"{page}?zustand={UNDRAWN}"),
    ]


def figures(user: Any, today: date) -> list[desk.Figure]:
    """What is open, and what came in this year."""
    mine, page = doors.invoices(user), reverse("money:list")
    this_year = queries.sums(mine.filter(year=today.year))
    return [
        desk.Figure(_("Open on invoices"), euros(queries.sums(mine).open), page),
        desk.Figure(_("Came in on invoices of this year"), euros(this_year.paid), f"{page}?jahr={today.year}"),
    ]


def find(user: Any, text: str) -> list[desk.Found]:
    """Documents by number, recipient or subject."""
    found = queries.by_text(doors.invoices(user), text).defer("pdf", "xml", "lines")[:LIMIT]
    return [desk.Found(one.number, one.get_absolute_url(), one.get_kind_display(), note(one)) for one in found]


def note(invoice: Any) -> str:
    """Who pays, and where it stands."""
    return ", ".join(part for part in (invoice.recipient_name, str(invoice.get_state_display())) if part)


desk.menu.add("money", desk.MenuItem(gettext_lazy("Invoices"), "money:list", Permission.MONEY_WORK), rank=40)
desk.fillings.add("money", desk.Filling(Permission.MONEY_WORK, tasks, figures, find), rank=40)
