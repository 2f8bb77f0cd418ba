"""The rows of the money: who bills, what was billed, what came in."""

from deele.money.models.bank import BankFile, BankLine
from deele.money.models.billing import Billing, Sequence
from deele.money.models.invoice import Delivery, Invoice, Reminder
from deele.money.models.payment import Payment

__all__ = ["BankFile", "BankLine", "Billing", "Delivery", "Invoice", "Payment", "Reminder", "Sequence"]
