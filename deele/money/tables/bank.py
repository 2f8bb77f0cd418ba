"""Bank lines as rows, tabs and facts for their pages."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from deele.money.enums import LineState
from deele.money.models import BankFile, BankLine
from deele.money.queries.bank import Candidate, Proposed
from deele.money.rules.amounts import euros, number
from deele.money.tables.invoices import day


def tabs(lines: QuerySet[BankLine], active: str) -> list[dict[str, Any]]:
    """The states with their counts, as links."""
    counts = dict(lines.order_by().values_list("state").annotate(Count("pk")))
    page = reverse("money:bank")
    return [
        {
            "label": state.label,
            "count": counts.get(state, 0),
            "active": state == active,
            "url": f"{page}?zustand={state}",
        }
        for state in LineState
    ]


def rows(found: Iterable[BankLine | Proposed]) -> list[dict[str, Any]]:
    """The lines of the list; open ones with their best candidate."""
    return [proposed(one) if isinstance(one, Proposed) else plain(one) for one in found]


def plain(line: BankLine) -> dict[str, Any]:
    """A line without candidates."""
    return {
        "url": line.get_absolute_url(),
        "day": day(line.booked_on),
        "amount": euros(line.amount_cents),
        "who": line.counterpart or _("emptied"),
        "purpose": line.purpose,
    }


def proposed(one: Proposed) -> dict[str, Any]:
    """A line with its best candidate; several are not decided between."""
    best = one.candidates[0] if len(one.candidates) == 1 else None
    return {
        **plain(one.line),
        "rest": euros(one.rest) if one.rest != abs(one.line.amount_cents) else "",
        "best": candidate(one, best) if best else None,
        "several": len(one.candidates) if len(one.candidates) > 1 else 0,
    }


def candidates(one: Proposed) -> list[dict[str, Any]]:
    """All candidates of a line."""
    return [candidate(one, each) for each in one.candidates]


def candidate(one: Proposed, each: Candidate) -> dict[str, Any]:
    """An invoice a line may belong to, with the reasons and what a click would book."""
    return {
        "number": each.invoice.number,
        "url": each.invoice.get_absolute_url(),
        "recipient": each.invoice.recipient_name,
        "reasons": each.reasons,
        "sure": each.sure,
        "amount": number(one.rest),
        "book_url": reverse("money:bank-book", args=[one.line.pk]),
    }


def facts(line: BankLine) -> list[dict[str, Any]]:
    """What the bank says of a line."""
    every = [
        (_("Booked on"), day(line.booked_on)),
        (_("Amount"), euros(line.amount_cents)),
        (_("From or to"), line.counterpart),
        (_("IBAN of the other side"), line.counterpart_iban),
        (_("Purpose of the transfer"), line.purpose),
        (_("State"), line.get_state_display()),
        (_("Bank statement"), str(line.file)),
        (_("Kept until"), day(line.kept_until)),
    ]
    return [{"label": label, "value": value} for label, value in every if value]


def payments(line: BankLine) -> list[dict[str, Any]]:
    """What was booked from this line."""
    found = line.payments.select_related("invoice").order_by("pk")
    return [
        {"label": str(one.invoice), "value": euros(one.amount_cents), "url": one.invoice.get_absolute_url()}
        for one in found
    ]


def files(found: Iterable[BankFile]) -> list[dict[str, Any]]:
    """The last statements."""
    return [
        {
            "name": one.name,
            "when": day(localtime(one.created_at).date()),
            "form": one.form,
            "taken": one.taken,
            "known": one.known,
            "left_out": one.left_out,
        }
        for one in found
    ]
