"""Reading bank statements in, booking their lines, setting lines aside."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.audit.actions import record
from deele.core.errors import Refusal
from deele.money import enums, readers
from deele.money.actions import payments
from deele.money.actions.payments import CannotBook
from deele.money.enums import LineState
from deele.money.models import BankFile, BankLine, Billing, Invoice
from deele.money.queries import bank as queries
from deele.money.readers import BadStatement, BankRow, Statement
from deele.money.rules import amounts, numbers, states
from deele.money.rules.texts import one_line
from deele.office.models import Carrier
from deele.privacy.rules import keyed


class KnownStatement(Refusal):
    """This very file was read in before."""

    code = "known-statement"


@transaction.atomic
def take_in(*, carrier: Carrier, content: bytes, name: str, by: Any, now: datetime) -> BankFile:
    """Read a statement in, all of it or nothing. Lines known from another file are passed over.

    Only what comes in is kept, and what goes out naming one of our invoices. Raises BadStatement, KnownStatement.
    """
    digest = hashlib.sha256(content).hexdigest()
    if known := BankFile.objects.filter(carrier=carrier, digest=digest).first():
        day = date_format(timezone.localtime(known.created_at), "SHORT_DATETIME_FORMAT")
        raise KnownStatement(_("This very file was read in on %(day)s. Nothing was taken twice.") % {"day": day})
    statement = readers.read(content, name)
    check_account(statement, carrier)
    file = BankFile(carrier=carrier, name=one_line(name, 200), form=statement.form, digest=digest, by=by)
    file.save(force_insert=True)
    keep(file, statement, now)
    record(enums.STATEMENT_READ, by=by, about=file, data={"taken": file.taken, "known": file.known}, now=now)
    return file


def keep(file: BankFile, statement: Statement, now: datetime) -> None:
    """Store the lines that may concern us and are new."""
    ours = {number: number for number in Invoice.objects.filter(carrier=file.carrier).values_list("number", flat=True)}
    wanted = [row for row in statement.rows if concerns(row, ours)]
    marks = fingerprints(file.carrier, wanted)
    known = set(BankLine.objects.filter(fingerprint__in=marks).values_list("fingerprint", flat=True))
    kept_until = states.forget_on(timezone.localdate(now))
    fresh = [line_of(file, row, mark, kept_until) for mark, row in zip(marks, wanted, strict=True) if mark not in known]
    BankLine.objects.bulk_create(fresh, batch_size=200)
    file.taken, file.known, file.left_out = len(fresh), len(known), len(statement.rows) - len(wanted)
    file.save(update_fields=["taken", "known", "left_out", "updated_at"])


def concerns(row: BankRow, ours: dict[str, str]) -> bool:
    """Whether the movement may belong to an invoice: salaries and rents are none of our business."""
    if row.currency != "EUR" or row.amount_cents == 0:
        return False
    return row.amount_cents > 0 or bool(numbers.named(row.purpose, ours))


def fingerprints(carrier: Carrier, rows: Iterable[BankRow]) -> list[str]:
    """A keyed hash for each row; equal ones of a file are told apart by their count."""
    seen: Counter[str] = Counter()
    found = []
    for row in rows:
        text = numbers.compact(f"{row.purpose} {row.counterpart}")
        mark = f"{carrier.pk}|{row.booked_on}|{row.amount_cents}|{text}"
        seen[mark] += 1
        found.append(keyed(f"{mark}|{seen[mark]}"))
    return found


def line_of(file: BankFile, row: BankRow, mark: str, kept_until: Any) -> BankLine:
    """The row as it is stored."""
    return BankLine(
        file=file,
        carrier=file.carrier,
        booked_on=row.booked_on,
        amount_cents=row.amount_cents,
        purpose=one_line(row.purpose, 2000),
        counterpart=one_line(row.counterpart, 200),
        counterpart_iban=row.counterpart_iban[:34],
        fingerprint=mark,
        kept_until=kept_until,
    )


def check_account(statement: Statement, carrier: Carrier) -> None:
    """Raises BadStatement when the statement belongs to another account than the carrier's."""
    billing = Billing.objects.filter(carrier=carrier).first()
    account = statement.account.upper()
    if billing is None or not account or billing.iban.endswith(account.lstrip("0") or account):
        return
    words = _("This statement is of the account %(account)s, but %(carrier)s has %(iban)s. Nothing was taken.")
    given = {"account": statement.account, "carrier": carrier.name, "iban": billing.iban}
    raise BadStatement(words % given, code="account")


@transaction.atomic
def book(*, line: BankLine, invoice: Invoice, by: Any, now: datetime, amount_cents: int | None = None) -> None:
    """Book a line, or a part of it, on an invoice. What is left of the line stays open. Raises CannotBook."""
    locked = BankLine.objects.select_for_update(of=("self",)).get(pk=line.pk)
    rest = queries.rest_of(locked) if locked.state == LineState.OPEN else 0
    amount = rest if amount_cents is None else amount_cents
    if not rest:
        raise CannotBook(_("This line was booked or set aside meanwhile. Nothing was booked."))
    if invoice.carrier_id != locked.carrier_id or not 0 < amount <= rest:
        raise CannotBook(_("At most %(rest)s of this line can be booked.") % {"rest": amounts.euros(rest)})
    deed = payments.refund if locked.amount_cents < 0 else payments.book
    deed(invoice=invoice, amount_cents=amount, booked_on=locked.booked_on, by=by, now=now, bank_line=locked)
    if amount == rest:
        locked.state = LineState.BOOKED
    locked.kept_until = max(locked.kept_until, invoice.kept_until)
    locked.save(update_fields=["state", "kept_until", "updated_at"])


def book_sure(*, lines: Iterable[BankLine], by: Any, now: datetime) -> int:
    """Book all lines that need no second look; returns how many. One that changed meanwhile is passed over."""
    done = 0
    for one in queries.proposals(lines):
        if one.sure is None:
            continue
        try:
            book_if_still_sure(line=one.line, invoice=one.sure.invoice, by=by, now=now)
            done += 1
        except CannotBook:
            continue
    return done


@transaction.atomic
def book_if_still_sure(*, line: BankLine, invoice: Invoice, by: Any, now: datetime) -> None:
    """Look once more under the locks of line and invoice, then book. Raises CannotBook."""
    locked = BankLine.objects.select_for_update(of=("self",)).get(pk=line.pk)
    bill = payments.lock(invoice)
    wanted = bill.refund_cents if locked.amount_cents < 0 else bill.open_cents
    if wanted != queries.rest_of(locked):
        raise CannotBook(_("This line is not sure any more."))
    book(line=locked, invoice=bill, by=by, now=now)


@transaction.atomic
def ignore(*, line: BankLine, by: Any, now: datetime) -> None:
    """Set a line aside that concerns no invoice. Raises CannotBook."""
    move(line, LineState.OPEN, LineState.IGNORED, now)
    record(enums.LINE_IGNORED, by=by, about=line, now=now)


@transaction.atomic
def take_up(*, line: BankLine, by: Any, now: datetime) -> None:
    """Take a line up again that was set aside. Raises CannotBook."""
    move(line, LineState.IGNORED, LineState.OPEN, now)
    record(enums.LINE_OPENED, by=by, about=line, now=now)


def move(line: BankLine, old: LineState, new: LineState, now: datetime) -> None:
    """Change the state where it still is the old one. Raises CannotBook."""
    if not BankLine.objects.filter(pk=line.pk, state=old).update(state=new, updated_at=now):
        raise CannotBook(_("This line has moved on meanwhile. The page now shows where it stands."))
    line.state = new
