"""What is decided from values alone. Amounts are whole cents everywhere."""

from deele.money.rules.amounts import euros, read
from deele.money.rules.states import owed_cents, refund_cents, state_of

__all__ = ["euros", "owed_cents", "read", "refund_cents", "state_of"]
