"""The list of documents at the desk: filters, sums, what waits."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, Q, QuerySet, Sum, Value, When
from django.utils.http import urlencode

from deele.money.enums import UNPAID, State
from deele.money.models import Invoice

DUE, REFUND, UNDRAWN = "faellig", "erstatten", "ungedruckt"


@dataclass(frozen=True)
class Filters:
    """What the address asks for; unknown values ask for nothing."""

    state: str = ""
    year: str = ""
    carrier: str = ""
    text: str = ""

    @classmethod
    def of(cls, asked: Any) -> "Filters":
        """Read the address."""
        state, year, carrier = (asked.get(name, "") for name in ("zustand", "jahr", "traeger"))
        known = {*State.values, DUE, REFUND, UNDRAWN}
        return cls(
            state if state in known else "",
            year if year.isascii() and year.isdigit() and len(year) == 4 else "",
            carrier if carrier.isascii() and carrier.isdigit() and len(carrier) < 10 else "",
            asked.get("q", "")[:100].replace("\x00", "").strip(),
        )

    def query(self, **change: str) -> str:
        """The address with a filter changed."""
        wanted = {"zustand": self.state, "jahr": self.year, "traeger": self.carrier, "q": self.text} | change
        return "?" + urlencode({name: value for name, value in wanted.items() if value})


def found(rows: QuerySet[Invoice], filters: Filters, today: date) -> QuerySet[Invoice]:
    """The documents these filters leave."""
    if filters.state == DUE:
        rows = rows.filter(state__in=UNPAID, due_on__lt=today)
    elif filters.state == REFUND:
        rows = rows.filter(to_refund())
    elif filters.state == UNDRAWN:
        rows = rows.filter(to_draw__isnull=False)
    elif filters.state:
        rows = rows.filter(state=filters.state)
    if filters.year:
        rows = rows.filter(year=int(filters.year))
    if filters.carrier:
        rows = rows.filter(carrier=int(filters.carrier))
    return by_text(rows, filters.text).select_related("carrier").defer("pdf", "xml", "lines")


def by_text(rows: QuerySet[Invoice], text: str) -> QuerySet[Invoice]:
    """Documents whose number, recipient, subject or reference holds every word."""
    for word in text.split()[:6]:
        rows = rows.filter(
            Q(number__icontains=word)
            | Q(recipient_name__icontains=word)
            | Q(subject__icontains=word)
            | Q(order_reference__icontains=word)
        )
    return rows


def to_refund() -> Q:
    """More came in than is owed."""
    return Q(state=State.OVERPAID) | Q(state=State.CANCELLED, paid_cents__gt=0)


@dataclass(frozen=True)
class Sums:
    """Totals of a list. `billed` counts cancellations with their minus, so cancelled invoices cancel out."""

    count: int
    billed: int
    paid: int
    open: int


def sums(rows: QuerySet[Invoice]) -> Sums:
    """The totals, in one query."""
    rest = F("total_cents") + F("fees_cents") - F("paid_cents")
    found_sums = rows.order_by().aggregate(
        billed=Sum("total_cents"),
        paid=Sum("paid_cents"),
        open=Sum(Case(When(state__in=UNPAID, then=rest), default=Value(0))),
    )
    return Sums(rows.count(), *(found_sums[name] or 0 for name in ("billed", "paid", "open")))


def years(rows: QuerySet[Invoice]) -> list[int]:
    """The years with documents, newest first."""
    return sorted(rows.order_by().values_list("year", flat=True).distinct(), reverse=True)


def waiting(rows: QuerySet[Invoice], today: date) -> dict[str, int]:
    """How many are overdue, on how many something has to go back, how many have no paper yet."""
    undrawn = rows.filter(to_draw__isnull=False).count()
    return {DUE: rows.overdue(today).count(), REFUND: rows.filter(to_refund()).count(), UNDRAWN: undrawn}  # type: ignore[attr-defined]
