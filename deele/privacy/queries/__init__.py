"""Questions to the register."""

from deele.privacy.queries.consents import consent_of
from deele.privacy.queries.rows import holdings, overdue

__all__ = ["consent_of", "holdings", "overdue"]
