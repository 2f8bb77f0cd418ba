"""What is decided from values alone. Amounts are whole cents everywhere."""

from deele.money.rules.amounts import cents, euros
from deele.money.rules.states import owed_cents, refund_cents, state_of

__all__ = ["cents", "euros", "owed_cents", "refund_cents", "state_of"]
