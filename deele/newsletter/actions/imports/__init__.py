"""Taking an old list over: read, judged row by row, shown, and only then written, in one transaction."""

from deele.newsletter.actions.imports.intake import NothingToTake, drop, take_in
from deele.newsletter.actions.imports.taking_over import take_over, wait_for

__all__ = ["NothingToTake", "drop", "take_in", "take_over", "wait_for"]
