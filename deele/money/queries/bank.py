"""What a bank line may belong to, with the reasons in plain words. Nothing is decided here."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import QuerySet, Sum
from django.utils.translation import gettext as _

from deele.money.enums import UNPAID, Kind, LineState
from deele.money.models import BankLine, Invoice, Payment
from deele.money.rules import amounts, numbers
from deele.money.rules.matching import resembles

MOST = 5


@dataclass(frozen=True)
class Candidate:
    """An invoice a line may belong to. `sure`: named by its number alone, and the amount is what is open."""

    invoice: Invoice
    reasons: tuple[str, ...]
    sure: bool = False


@dataclass(frozen=True)
class Proposed:
    """A line with its candidates, best first, and what of it is not booked yet (positive, also for money going out)."""

    line: BankLine
    rest: int
    candidates: tuple[Candidate, ...] = field(default=())

    @property
    def sure(self) -> Candidate | None:
        """The one that needs no second look."""
        first = self.candidates[0] if self.candidates else None
        return first if first and first.sure else None


def rest_of(line: BankLine) -> int:
    """What of the line is not booked yet."""
    booked = Payment.objects.filter(bank_line=line).aggregate(sum=Sum("amount_cents"))["sum"] or 0
    return abs(line.amount_cents - booked)


def proposals(lines: Iterable[BankLine]) -> list[Proposed]:
    """The lines with what they may belong to. Two lines that claim one invoice are both not sure."""
    lines = list(lines)
    known = invoices_of({line.carrier_id for line in lines})
    booked = dict(
        Payment.objects.filter(bank_line__in=lines).values_list("bank_line").annotate(Sum("amount_cents")).order_by()
    )
    found = [propose(line, abs(line.amount_cents - booked.get(line.pk, 0)), known[line.carrier_id]) for line in lines]
    claims = Counter(one.sure.invoice.pk for one in found if one.sure)
    return [doubted(one) if one.sure and claims[one.sure.invoice.pk] > 1 else one for one in found]


def invoices_of(carriers: set[int]) -> dict[int, dict[str, Invoice]]:
    """The invoices of these carriers by their numbers, without their bytes."""
    found: dict[int, dict[str, Invoice]] = defaultdict(dict)
    rows = Invoice.objects.filter(carrier__in=carriers, kind=Kind.INVOICE).defer("pdf", "xml", "lines", "note")
    for invoice in rows.order_by("pk"):
        found[invoice.carrier_id][invoice.number] = invoice
    return found


def propose(line: BankLine, rest: int, invoices: Mapping[str, Invoice]) -> Proposed:
    """The candidates of one line: those its purpose names, else those whose open sum is this amount."""
    named = numbers.named(line.purpose, invoices)
    if named:
        return Proposed(line, rest, tuple(by_number(one, line, rest, alone=len(named) == 1) for one in named[:MOST]))
    if line.amount_cents < 0:
        return Proposed(line, rest)
    return Proposed(line, rest, by_amount(line, rest, list(invoices.values())))


def by_number(invoice: Invoice, line: BankLine, rest: int, *, alone: bool) -> Candidate:
    """An invoice the purpose names."""
    reasons = [_("The purpose names %(number)s.") % {"number": invoice.number}]
    wanted = invoice.refund_cents if line.amount_cents < 0 else invoice.open_cents
    if wanted == rest:
        reasons.append(_("The amount fits exactly."))
    elif line.amount_cents < 0:
        reasons.append(_("%(amount)s are to be given back.") % {"amount": amounts.euros(wanted)})
    elif invoice.state in UNPAID:
        words = _("The amount differs: %(open)s are open.")
        reasons.append(words % {"open": amounts.euros(wanted)})
    else:
        reasons.append(_("Nothing is open on it: it is %(state)s.") % {"state": invoice.get_state_display()})
    if not alone:
        reasons.append(_("The purpose names several invoices."))
    return Candidate(invoice, tuple(reasons), sure=alone and wanted == rest > 0)


def by_amount(line: BankLine, rest: int, invoices: Sequence[Invoice]) -> tuple[Candidate, ...]:
    """Open invoices over exactly this amount, those with a like name first; never sure."""
    same = [one for one in invoices if one.open_cents == rest]
    like = [one for one in same if resembles(one.recipient_name, line.counterpart)]
    chosen = (like or same)[:MOST]
    several = [_("Several invoices fit; please choose.")] if len(like or same) > 1 else []
    amount, name = _("The amount fits exactly."), _("The name resembles the recipient.")
    return tuple(Candidate(one, (amount, *([name] if one in like else []), *several)) for one in chosen)


def doubted(one: Proposed) -> Proposed:
    """The same proposal, not sure any more."""
    first = one.candidates[0]
    reasons = (*first.reasons, _("Another line names it too, so please look."))
    return replace(one, candidates=(replace(first, reasons=reasons, sure=False), *one.candidates[1:]))


def open_lines(among: QuerySet[BankLine]) -> QuerySet[BankLine]:
    """Lines that wait."""
    return among.filter(state=LineState.OPEN).select_related("carrier", "file")
