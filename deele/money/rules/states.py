"""Where an invoice stands, what is owed, when somebody may be reminded."""

from datetime import date, timedelta

from deele.money.enums import UNPAID, Kind, State

LEVELS = (1, 2, 3)
KEPT_YEARS = 8  # § 147 (3) AO and § 14b (1) UStG, since 2025
LINE_DAYS = 90  # bank lines that concern no invoice


def state_of(*, kind: str, owed: int, paid: int, cancelled: bool = False, waived: bool = False) -> State:
    """The state, from what is owed and what came in."""
    if kind == Kind.CANCELLATION:
        return State.IS_CANCELLATION
    if cancelled:
        return State.CANCELLED
    if paid > owed:
        return State.OVERPAID
    if paid == owed:
        return State.PAID
    if waived:
        return State.WAIVED
    return State.PART_PAID if paid > 0 else State.OPEN


def owed_cents(*, total: int, fees: int, cancelled: bool) -> int:
    """What the invoice asks for: nothing once it was cancelled."""
    return 0 if cancelled else total + fees


def refund_cents(*, owed: int, paid: int) -> int:
    """What came in and is not owed."""
    return max(0, paid - owed)


def open_cents(*, state: str, owed: int, paid: int) -> int:
    """What is still to come."""
    return max(0, owed - paid) if state in UNPAID else 0


def is_overdue(*, state: str, due_on: date, today: date) -> bool:
    """Whether the day to pay by has passed and something is missing."""
    return state in UNPAID and due_on < today


def remind_from(*, level: int, due_on: date, dunned_on: date | None, days: int) -> date:
    """The first day of the next reminder: `days` after the day to pay by, later ones after the last reminder."""
    start = due_on if level == 0 or dunned_on is None else dunned_on
    return start + timedelta(days=days)


def kept_until(issued_on: date) -> date:
    """The last day a document has to be kept: eight years, counted from the end of its year."""
    return date(issued_on.year + KEPT_YEARS, 12, 31)


def forget_on(today: date) -> date:
    """The day on which a bank line that concerns no invoice is emptied."""
    return today + timedelta(days=LINE_DAYS)
